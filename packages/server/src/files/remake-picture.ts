import sharp from 'sharp';

import { FileRefused } from './file-refused.ts';

/** Phones take up to 50 million pixels; more in five megabytes is a bomb. */
const mostPixels = 60_000_000;

/** Enough to read the smallest print of a page. */
const longestSide = 4096;

/**
 * Makes a picture anew from its pixels, upright: where and when it was taken, what was hidden in it or
 * behind it, is gone.
 *
 * @throws FileRefused
 */
export async function remakePicture(
  bytes: Uint8Array,
  type: 'image/jpeg' | 'image/png',
): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  try {
    const { format, width, height } = await picture.metadata();
    if (`image/${format}` !== type) throw new FileRefused('file_unreadable');
    if (width * height > mostPixels) throw new FileRefused('file_too_many_pixels');
    const upright = picture
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 20 });
    const made = type === 'image/png' ? upright.png() : upright.jpeg({ quality: 85 });
    return new Uint8Array(await made.toBuffer());
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const isTooLarge = error instanceof Error && error.message.includes('pixel limit');
    throw new FileRefused(isTooLarge ? 'file_too_many_pixels' : 'file_unreadable');
  }
}
