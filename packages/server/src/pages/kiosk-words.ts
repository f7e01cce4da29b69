import type { Language } from '../handler.ts';

/** What the pages of the mall's own terminals say. */
export interface KioskWords {
  kiosk: string;
  loading: string;
  setUpHeading: string;
  setUpLead: string;
  codeLabel: string;
  codeHint: string;
  codeWrong: string;
  tooOften: string;
  setUp: string;
  kiosks: string;
  kiosksLead: string;
  prints: (documents: string) => string;
  printsNothing: string;
  access: (means: string) => string;
  terminals: string;
  terminalsLead: string;
  noTerminal: string;
  prepare: string;
  prepared: (name: string) => string;
  openOn: string;
  typeCode: (until: string) => string;
  state: Record<'prepared' | 'trusted' | 'revoked', (when: string) => string>;
  revoke: string;
  onlyManagers: string;
  backToDesk: string;
}

export const kioskWords: Record<Language, KioskWords> = {
  id: {
    kiosk: 'Anjungan layanan',
    loading: 'Anjungan sedang dibuka …',
    setUpHeading: 'Siapkan anjungan ini',
    setUpLead:
      'Perangkat ini belum terdaftar. Pengelola membuat kode di halaman Petugas › Anjungan, lalu mengetiknya di sini sekali saja.',
    codeLabel: 'Kode penyiapan',
    codeHint: '12 huruf dan angka, berlaku 15 menit',
    codeWrong: 'Kode ini salah, sudah dipakai, atau sudah lewat 15 menit. Buat kode baru.',
    tooOften: 'Terlalu banyak kode yang salah. Coba lagi seperempat jam lagi.',
    setUp: 'Daftarkan perangkat ini',
    kiosks: 'Anjungan mandiri',
    kiosksLead: 'Di sini Anda bisa melayani diri sendiri, tanpa menunggu loket.',
    prints: (documents) => `Mencetak: ${documents}`,
    printsNothing: 'Tidak mencetak dokumen.',
    access: (means) => `Siapkan: ${means}`,
    terminals: 'Anjungan',
    terminalsLead:
      'Perangkat yang terdaftar boleh memberi nomor antrean dan mencatat kehadiran. Cabut perangkat yang hilang, rusak, atau dipindahkan.',
    noTerminal: 'Belum ada perangkat.',
    prepare: 'Siapkan perangkat',
    prepared: (name) => `Kode untuk ${name}`,
    openOn: 'Buka alamat ini di perangkat itu:',
    typeCode: (until) => `Lalu ketik kode ini di sana, paling lambat pukul ${until}:`,
    state: {
      prepared: (when) => `Menunggu kodenya diketik, dibuat ${when}`,
      trusted: (when) => `Terdaftar sejak ${when}`,
      revoked: (when) => `Dicabut, dibuat ${when}`,
    },
    revoke: 'Cabut',
    onlyManagers: 'Hanya pengelola yang bisa menyiapkan anjungan.',
    backToDesk: 'Ke meja loket',
  },
  en: {
    kiosk: 'Service kiosk',
    loading: 'The kiosk is opening …',
    setUpHeading: 'Set this kiosk up',
    setUpLead:
      'This device is not known yet. A manager makes a code on the page Officers › Kiosks, and types it here once.',
    codeLabel: 'Setup code',
    codeHint: '12 letters and digits, good for 15 minutes',
    codeWrong: 'This code is wrong, used already, or older than 15 minutes. Make a new one.',
    tooOften: 'Too many wrong codes. Try again in a quarter of an hour.',
    setUp: 'Set this device up',
    kiosks: 'Self-service kiosks',
    kiosksLead: 'Here you can help yourself, without waiting for a counter.',
    prints: (documents) => `Prints: ${documents}`,
    printsNothing: 'Prints no documents.',
    access: (means) => `Have ready: ${means}`,
    terminals: 'Kiosks',
    terminalsLead:
      'A device that is set up may give queue numbers and note who is here. Revoke one that is lost, broken or moved.',
    noTerminal: 'No device yet.',
    prepare: 'Prepare a device',
    prepared: (name) => `Code for ${name}`,
    openOn: 'Open this address on the device:',
    typeCode: (until) => `Then type this code there, until ${until}:`,
    state: {
      prepared: (when) => `Waits for its code, made ${when}`,
      trusted: (when) => `Set up since ${when}`,
      revoked: (when) => `Revoked, made ${when}`,
    },
    revoke: 'Revoke',
    onlyManagers: 'Only managers can set kiosks up.',
    backToDesk: 'To the counter desk',
  },
};
