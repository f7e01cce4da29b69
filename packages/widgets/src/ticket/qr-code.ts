import { encode } from 'uqr';

/** A QR code as the outline of its dark squares. */
export interface QrCode {
  /** Squares along each side, with the quiet zone. */
  size: number;
  /** For the `d` attribute of an SVG path, one unit a square. */
  path: string;
}

/** Light squares around the code, without which cameras do not find it (ISO/IEC 18004). */
const quietZone = 4;

/** Draws a text. A row's neighbouring squares become one piece: a fifth of the bytes. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: quietZone });
  const pieces = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index: x, 0: run }) => `M${x} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size, path: pieces.join('') };
}
