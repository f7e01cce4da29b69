/** Longest side of a photo of a document, in pixels: an A4 sheet stays easy to read. */
const longestSide = 2200;

/** Bytes below which a photo is sent as it is. */
const smallEnough = 700 * 1024;

/**
 * Makes a phone's photo smaller, upright, and free of where it was taken. PDFs, small pictures, and
 * what this browser cannot read stay as they are: the server looks at them.
 */
export async function smallPicture(file: File): Promise<Blob> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size < smallEnough) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return file;
    // What was transparent becomes paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', 0.85),
    );
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
