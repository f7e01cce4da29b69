/** What is said of reading a QR code by the camera. It comes after the first view. */
export const codeScanner = {
  scan: 'Pindai QR dengan kamera',
  scanning: 'Arahkan kamera ke kode QR di tiket.',
  stopScan: 'Tutup kamera',
  cameraRefused: 'Kamera tidak diizinkan. Tidak apa-apa, tulis saja kodenya.',
  cameraMissing: 'Kamera belum bisa dipakai. Tidak apa-apa, tulis saja kodenya.',
  scannedOther: 'Kode QR itu bukan tiket antrean. Coba arahkan ke tiket Anda.',
};

/** Texts of reading a QR code. */
export type CodeScannerMessages = typeof codeScanner;
