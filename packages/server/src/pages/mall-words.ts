import type { Language } from '../handler.ts';

/** What the managers' page says. */
export interface MallWords {
  mall: string;
  desk: string;
  lead: string;
  managersOnly: string;
  signInAgain: string;
  signInLink: string;
  sendAgain: string;
  saved: string;
  wrong: string;
  closures: string;
  closuresHint: string;
  noClosures: string;
  date: string;
  whom: string;
  everyone: string;
  reasonId: string;
  reasonEn: string;
  reasonEnHint: string;
  hours: string;
  hoursHint: string;
  dayHoursHint: string;
  closedAllDay: string;
  addClosure: string;
  reopen: string;
  week: string;
  save: string;
  agencies: string;
  ownHours: string;
  ownHoursHint: string;
  slotMinutes: string;
  dailyQuota: string;
  walkInShare: string;
  walkInShareHint: string;
  counters: string;
  countersHint: string;
  counterNumber: (n: number) => string;
  counterId: string;
  counterEn: string;
  units: string;
  noUnits: string;
  unitDay: string;
  stop: string;
  cancelled: string;
  movedTo: string;
  movedHint: string;
  place: string;
  village: string;
  time: string;
  catalogue: string;
  exportHint: string;
  exportLink: string;
  importHint: string;
  importFile: string;
  importButton: string;
  previewTitle: (count: number) => string;
  previewLead: string;
  previewChanged: string;
  perDay: (count: number) => string;
  number: string;
  service: string;
  bookedTime: string;
  newTime: string;
  noTime: string;
  choose: string;
  move: string;
  keep: string;
  cancel: string;
  reasonForThem: string;
  confirm: string;
  back: string;
  done: string;
  became: { move: string; keep: string; cancel: string };
  keptDays: (count: number) => string;
  checkThis: string;
  details: Readonly<Record<string, string>>;
}

const en: MallWords = {
  mall: 'Running the mall',
  desk: 'Counter desk',
  lead: 'What you change here holds at once, for citizens, too. If it concerns people who have booked, you see them before anything changes.',
  managersOnly: 'This page is for managers. Ask whoever gives out the accounts.',
  signInAgain: 'Your sign-in has ended. Nothing you typed is lost.',
  signInLink: 'Sign in again in a new tab',
  sendAgain: 'Then send again',
  saved: 'Saved.',
  wrong: 'Nothing was changed. Please mend this first:',
  closures: 'Closed days and special hours',
  closuresHint: 'National holidays and joint leave are known already.',
  noClosures: 'No day is closed or has special hours.',
  date: 'Date',
  whom: 'For',
  everyone: 'the whole mall',
  reasonId: 'Reason, in Indonesian',
  reasonEn: 'Reason, in English',
  reasonEnHint: 'Without it, the Indonesian one is shown.',
  hours: 'Hours',
  hoursHint: 'For example 08:00–12:00, 13:00–15:00. What lies between is a break; empty is closed.',
  dayHoursHint: 'Empty when closed all day. Otherwise for example 09:00–11:00.',
  closedAllDay: 'closed all day',
  addClosure: 'Close, or change the hours',
  reopen: 'Remove',
  week: 'Opening hours',
  save: 'Save',
  agencies: 'Agencies',
  ownHours: 'Hours of its own',
  ownHoursHint: 'Empty on all days when it is open as the mall is.',
  slotMinutes: 'Minutes for each time',
  dailyQuota: 'Numbers for a day',
  walkInShare: 'Kept for people who walk in, in percent',
  walkInShareHint:
    'The rest can be booked. Those who walk in also take what is left of a time that has begun.',
  counters: 'Counters',
  countersHint: 'Clear the number to close a counter. The last line adds one.',
  counterNumber: (n) => `Number of counter ${String(n)}`,
  counterId: 'Name, in Indonesian',
  counterEn: 'Name, in English',
  units: 'Mobile services',
  noUnits: 'You run no mobile service.',
  unitDay: 'Move or cancel a stop',
  stop: 'Stop',
  cancelled: 'Cancelled',
  movedTo: 'Moved to',
  movedHint:
    'Write a place to move the stop there. Leave it empty to cancel the stop, and give the reason.',
  place: 'Place',
  village: 'Village',
  time: 'Hours there',
  catalogue: 'Catalogue',
  exportHint:
    'Everything on this page and all services, as one JSON file that can be imported again.',
  exportLink: 'Download the catalogue',
  importHint:
    'The file takes the place of the whole catalogue. If anything is wrong with it, nothing changes.',
  importFile: 'Catalogue file',
  importButton: 'Import',
  previewTitle: (count) =>
    count === 1
      ? 'One person has booked a time that is no more'
      : `${String(count)} people have booked times that are no more`,
  previewLead: 'Nothing has changed yet. Choose what happens with these bookings.',
  previewChanged:
    'The bookings have changed since you looked. Nothing was changed; please decide again.',
  perDay: (count) => (count === 1 ? '1 booking' : `${String(count)} bookings`),
  number: 'Number',
  service: 'Service',
  bookedTime: 'Booked',
  newTime: 'Nearest free time',
  noTime: 'none free',
  choose: 'What happens with them?',
  move: 'Move each to the nearest free time. Who finds none keeps the time, and you serve them.',
  keep: 'Serve them all the same, at the time they booked.',
  cancel: 'Cancel their bookings. They see the reason.',
  reasonForThem: 'Reason they see',
  confirm: 'Change it',
  back: 'Back, change nothing',
  done: 'It is changed',
  became: {
    move: 'They were moved:',
    keep: 'They keep their time:',
    cancel: 'They were cancelled:',
  },
  keptDays: (count) =>
    `${String(count)} ${count === 1 ? 'day keeps its' : 'days keep their'} times for now, because somebody has booked. What lies outside the new hours cannot be booked any more.`,
  checkThis: 'Please check',
  details: {},
};

const id: MallWords = {
  mall: 'Kelola mal',
  desk: 'Meja loket',
  lead: 'Perubahan di sini langsung berlaku, juga bagi warga. Bila menyangkut orang yang sudah memesan, Anda melihatnya dulu sebelum ada yang berubah.',
  managersOnly: 'Halaman ini untuk pengelola. Hubungi yang mengurus akun petugas.',
  signInAgain: 'Waktu masuk Anda sudah habis. Isian Anda tidak hilang.',
  signInLink: 'Masuk lagi di tab baru',
  sendAgain: 'Lalu kirim lagi',
  saved: 'Tersimpan.',
  wrong: 'Belum ada yang berubah. Perbaiki dulu:',
  closures: 'Hari tutup dan jam khusus',
  closuresHint: 'Libur nasional dan cuti bersama sudah tercatat.',
  noClosures: 'Tidak ada hari tutup atau jam khusus.',
  date: 'Tanggal',
  whom: 'Untuk',
  everyone: 'seluruh mal',
  reasonId: 'Alasan, bahasa Indonesia',
  reasonEn: 'Alasan, bahasa Inggris',
  reasonEnHint: 'Bila kosong, alasan bahasa Indonesia yang tampil.',
  hours: 'Jam',
  hoursHint:
    'Contoh 08.00–12.00, 13.00–15.00. Di antaranya adalah istirahat; kosong berarti tutup.',
  dayHoursHint: 'Kosongkan bila tutup seharian. Bila tidak, contoh 09.00–11.00.',
  closedAllDay: 'tutup seharian',
  addClosure: 'Tutup, atau ubah jam',
  reopen: 'Hapus',
  week: 'Jam buka',
  save: 'Simpan',
  agencies: 'Instansi',
  ownHours: 'Jam sendiri',
  ownHoursHint: 'Kosongkan semua hari bila buka seperti mal.',
  slotMinutes: 'Menit tiap waktu',
  dailyQuota: 'Nomor per hari',
  walkInShare: 'Disisihkan untuk yang datang langsung, dalam persen',
  walkInShareHint:
    'Sisanya bisa dipesan. Yang datang langsung juga memakai sisa waktu yang sudah berjalan.',
  counters: 'Loket',
  countersHint: 'Kosongkan nomor untuk menutup loket. Baris terakhir untuk menambah.',
  counterNumber: (n) => `Nomor loket ${String(n)}`,
  counterId: 'Nama, bahasa Indonesia',
  counterEn: 'Nama, bahasa Inggris',
  units: 'Layanan keliling',
  noUnits: 'Anda tidak mengelola layanan keliling.',
  unitDay: 'Pindahkan atau batalkan singgah',
  stop: 'Singgah',
  cancelled: 'Batal',
  movedTo: 'Pindah ke',
  movedHint:
    'Isi tempat untuk memindahkan singgah. Kosongkan untuk membatalkan, dan isi alasannya.',
  place: 'Tempat',
  village: 'Desa atau kelurahan',
  time: 'Jam di sana',
  catalogue: 'Katalog',
  exportHint:
    'Semua isi halaman ini dan semua layanan, sebagai satu berkas JSON yang bisa diimpor lagi.',
  exportLink: 'Unduh katalog',
  importHint:
    'Berkas ini menggantikan seluruh katalog. Bila ada yang salah, tidak ada yang berubah.',
  importFile: 'Berkas katalog',
  importButton: 'Impor',
  previewTitle: (count) => `${String(count)} orang sudah memesan waktu yang ditiadakan`,
  previewLead: 'Belum ada yang berubah. Pilih apa yang terjadi dengan janji mereka.',
  previewChanged:
    'Janji sudah berubah sejak Anda melihatnya. Belum ada yang diubah; putuskan lagi.',
  perDay: (count) => `${String(count)} janji`,
  number: 'Nomor',
  service: 'Layanan',
  bookedTime: 'Dipesan',
  newTime: 'Waktu kosong terdekat',
  noTime: 'tidak ada',
  choose: 'Apa yang terjadi dengan mereka?',
  move: 'Pindahkan ke waktu kosong terdekat. Yang tidak mendapat waktu tetap Anda layani.',
  keep: 'Tetap dilayani pada waktu yang mereka pesan.',
  cancel: 'Batalkan janji mereka. Mereka membaca alasannya.',
  reasonForThem: 'Alasan yang mereka baca',
  confirm: 'Ubah',
  back: 'Kembali, jangan ubah',
  done: 'Sudah diubah',
  became: {
    move: 'Mereka dipindahkan:',
    keep: 'Mereka tetap pada waktunya:',
    cancel: 'Janji mereka dibatalkan:',
  },
  keptDays: (count) =>
    `${String(count)} hari masih memakai waktu lama, karena sudah ada yang memesan. Yang di luar jam baru tidak bisa dipesan lagi.`,
  checkThis: 'Periksa isian ini',
  details: {
    'Is blank': 'Belum diisi',
    'Is not after the opening': 'Jam tutup harus setelah jam buka',
    'Overlaps hours of the same day': 'Bertumpuk dengan jam lain pada hari yang sama',
    'Overlaps the hours before': 'Bertumpuk dengan jam sebelumnya',
    'Does not lie within the hours, after the pause before it':
      'Istirahat harus di dalam jam buka, berurutan',
    'Is longer than the opening hours between two pauses':
      'Lebih lama dari jam buka di antara dua istirahat',
    'Stands in the list twice': 'Tertulis dua kali',
    'Is not after the start': 'Jam selesai harus setelah jam mulai',
    'The unit does not stop there on that day': 'Tidak singgah di sana pada hari itu',
    'Is neither moved nor cancelled, or both': 'Isi tempat baru, atau alasan batal',
    'Names no villages of this file': 'Desa ini tidak ada di katalog',
    'Is no JSON file': 'Bukan berkas JSON',
    'Write hours as in the example': 'Tulis jam seperti contoh',
    'Choose one': 'Pilih salah satu',
    'Choose a date': 'Pilih tanggal',
  },
};

export const mallWords: Record<Language, MallWords> = { id, en };
