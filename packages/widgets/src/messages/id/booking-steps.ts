import { ticketActions } from './ticket-actions.ts';
import { ticket } from './ticket.ts';

/** What the booking form says behind its first view, to the ticket. */
export const bookingSteps = {
  ...ticket,
  ...ticketActions,
  errorSummary: 'Periksa kembali isian Anda',
  timeMissing: 'Pilih jam dulu.',
  timeTaken: (clock: string) =>
    `Jam ${clock} baru saja diambil orang lain. Pilih jam lain; isian Anda masih ada.`,
  tryLater: (minutes: number) =>
    `Terlalu banyak percobaan. Coba lagi ${minutes} menit lagi. Isian Anda masih ada.`,
  takeNearest: (when: string) => `Ambil yang terdekat: ${when}`,
  stillHeld: (when: string) => `${when} masih ditahan untuk Anda.`,
  holding: 'Sedang menahan kursi…',
  heldFor: (when: string, minutes: number) => `${when}: kursi Anda ditahan ${minutes} menit.`,
  heldBriefly: (seconds: number) => `Kursi Anda ditahan ${seconds} detik lagi.`,
  lastMinute: 'Kursi Anda ditahan satu menit lagi.',
  moreTime: 'Saya perlu waktu lagi',
  extended: (minutes: number) => `Kursi Anda ditahan ${minutes} menit lagi.`,
  askService: 'Layanan apa yang Anda perlu?',
  pickService: 'Pilih layanan',
  pickServiceFirst: 'Pilih dari daftar',
  serviceMissing: 'Pilih layanan dulu.',
  findService: 'Cari layanan dengan kata-kata Anda sendiri',
  unknownService:
    'Layanan itu tidak ada di daftar kami. Pilih layanan lain di bawah ini, atau cari dengan kata-kata Anda sendiri.',
  askPlace: 'Di mana Anda ingin dilayani?',
  pickPlace: 'Pilih tempat',
  placeMissing: 'Pilih tempat dulu.',
  askPerson: 'Siapa yang datang?',
  name: 'Nama lengkap',
  nameHint: 'Seperti di KTP. Satu kata juga boleh.',
  nameMissing: 'Tulis nama orang yang datang.',
  nameWrong: 'Tulis nama dengan huruf.',
  phone: 'Nomor HP',
  phoneHint:
    'Contoh: 0812-3456-7890. Empat angka terakhirnya membuka tiket Anda nanti. Satu nomor HP bisa untuk satu antrean per layanan setiap hari.',
  phoneMissing: 'Tulis nomor HP.',
  phoneWrong:
    'Nomor HP itu belum benar. Tulis nomor Indonesia yang lengkap, contoh: 0812-3456-7890.',
  priority: 'Saya perlu loket prioritas',
  priorityHint:
    'Untuk lansia, penyandang disabilitas, ibu hamil, dan yang membawa bayi: dilayani lebih dulu.',
  askCheck: 'Sudah benar?',
  service: 'Layanan',
  place: 'Tempat',
  time: 'Waktu',
  priorityLane: 'Loket prioritas',
  yes: 'Ya',
  no: 'Tidak',
  change: 'Ubah',
  privacy: (agency: string) =>
    `Nama dan nomor HP hanya dipakai ${agency} untuk antrean ini, dan dihapus 30 hari setelah kunjungan.`,
  submit: 'Ambil nomor antrean',
  sending: 'Sedang mengirim…',
  retryNow: 'Coba sekarang',
  triesAgain:
    'Jawaban server belum sampai. Isian Anda masih ada, dan Anda tidak akan mendapat dua nomor. Kami coba lagi sendiri.',
  triesEnded:
    'Server belum bisa dihubungi. Isian Anda masih ada, dan Anda tidak akan mendapat dua nomor. Tekan tombol bila sambungan sudah kembali.',
  trackBooking: 'Lihat antrean itu dengan kodenya',
  otherDay: 'Pilih hari lain',
  booked: 'Tempat Anda aman',
  bookedSaid: (number: string, when: string) =>
    `Tempat Anda aman. Nomor antrean ${number}, ${when}.`,
  another: 'Ambil antrean untuk layanan lain',
  formerTicket: (number: string, code: string) =>
    `Nomor antrean ${number} yang tadi Anda ambil tetap berlaku selama tidak dibatalkan. Kodenya ${code}.`,
  clear: 'Bersihkan',
  clearNote: 'Memakai komputer bersama? Catat kodenya, lalu hapus semuanya dari layar ini.',
  cleared: 'Semua sudah dihapus dari layar ini.',
};

/** Texts of the booking form's further steps. */
export type BookingStepsMessages = typeof bookingSteps;
