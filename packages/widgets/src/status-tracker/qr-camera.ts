/** As much of the browser's own detector as we use; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

declare global {
  var BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;
}

/** Milliseconds between two looks: quick enough for a hand, slow enough for an old phone. */
const pause = 200;

/**
 * Looks through the camera for a QR code until `accept` takes one. The pictures stay in the
 * browser. The camera is off again when this resolves, fails, or is aborted.
 *
 * @throws `NotAllowedError` when the citizen or the page refuses the camera, others when there is
 *   none.
 */
export async function scan(
  video: HTMLVideoElement,
  accept: (text: string) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const detector = new globalThis.BarcodeDetector!({ formats: ['qr_code'] });
  const camera = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  });
  try {
    video.srcObject = camera;
    await video.play();
    while (!signal.aborted) {
      const codes = await detector.detect(video);
      if (signal.aborted || codes.some(({ rawValue }) => accept(rawValue))) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    camera.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}
