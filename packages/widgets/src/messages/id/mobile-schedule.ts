import { causes } from './causes.ts';
import { element } from './element.ts';

/** What the mobile schedule says. */
export const mobileSchedule = {
  ...element,
  ...causes,
  heading: 'Apa yang datang ke desa Anda?',
  label: 'Desa atau kelurahan Anda',
  hint: 'Ketik namanya, lalu pilih.',
  villagesFound: (count: number) => `${count} desa atau kelurahan`,
  noVillageFound: 'Layanan keliling belum datang ke tempat dengan nama itu. Coba nama lain.',
  noVillages: 'Belum ada jadwal layanan keliling. Silakan datang ke mal pelayanan.',
  slow: 'Sambungan lambat. Kami masih mencoba.',
  comesTo: (village: string) => `Yang datang ke ${village}`,
  comesHere: 'Yang datang ke desa Anda',
  otherVillage: 'Pilih desa lain',
  nothingComes: 'Empat minggu ini tidak ada layanan keliling yang datang ke sini.',
  view: 'Tampilan',
  asList: 'Daftar',
  asWeek: 'Minggu',
  earlierWeek: 'Minggu sebelumnya',
  laterWeek: 'Minggu berikutnya',
  week: (from: string, until: string) => `${from} sampai ${until}`,
  noStop: 'tidak ada',
  cancelled: (reason: string) => `Tidak datang: ${reason}`,
  movedHere: (place: string) => `Kali ini pindah ke sini, biasanya di ${place}.`,
  movedAway: (place: string) => `Kali ini pindah ke ${place}.`,
  shortCancelled: 'batal',
  shortMoved: 'pindah',
  services: 'Layanan di sini',
  canDo: 'Bisa di sini',
  cannotDo: 'Tidak bisa di sini',
  noBooking: 'Datang langsung, tanpa nomor antrean dari sini.',
  takeNumber: 'Ambil nomor',
  takeNumberFor: (service: string, day: string) => `Ambil nomor: ${service}, ${day}`,
  subscribe: 'Ikuti jadwal ini di kalender',
  download: 'Simpan berkas kalender',
  kept: (time: string) => `Sambungan terputus. Ini jadwal yang tersimpan ${time}.`,
  again: (cause: string) => `${cause} Coba lagi.`,
};

/** Texts of the mobile schedule. */
export type MobileScheduleMessages = typeof mobileSchedule;
