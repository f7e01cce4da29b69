import type { BookingState } from '@mpp-digital/contract';

import { causes } from './causes.ts';
import { element } from './element.ts';

/** What the queue board says. */
export const queueBoard = {
  ...element,
  ...causes,
  title: 'Antrean hari ini',
  slow: 'Sambungan lambat. Kami masih mencoba.',
  lookFailed: (cause: string) => `${cause} Kami mencoba lagi terus.`,
  placeUnknown: 'Tempat layanan ini tidak ditemukan.',
  agencyUnknown: 'Instansi ini tidak melayani di sini. Pilih instansi lain.',
  knownAt: (time: string) => `Keadaan pukul ${time}. Diperbarui sendiri.`,
  lineLost: (time: string) => `Sambungan terputus, data pukul ${time}. Kami menyambung lagi terus.`,
  lineBack: 'Sambungan kembali.',

  chooseAgency: 'Pilih instansi yang Anda tuju.',
  allAgencies: 'Semua instansi',
  quietAgencies: (count: number) => `${count} instansi lain, belum ada antrean`,
  nobody: 'Belum ada yang menunggu.',
  nobodyCalled: 'Belum ada nomor yang dipanggil.',
  nowCalled: 'Di loket sekarang',
  counter: (number: number) => `loket ${number}`,
  callStates: { called: 'dipanggil', serving: 'sedang dilayani' },
  waiting: 'Menunggu',
  expected: 'Belum datang',
  waitFromNow: 'Datang sekarang',
  waitingShort: (count: number) => (count === 0 ? 'tidak ada yang menunggu' : `${count} menunggu`),
  people: (count: number) => (count === 0 ? 'tidak ada' : `${count} orang`),
  priorityAmong: (count: number) => `${count} di antaranya prioritas`,
  withBooking: (count: number) => (count === 0 ? 'tidak ada' : `${count} orang yang punya janji`),
  rule: 'Yang punya janji dan yang datang langsung mengantre bersama menurut nomor: prioritas lebih dulu, dan yang tidak ada saat dipanggil menyusul.',
  shares: (booked: number, walkIns: number) =>
    `Dari tiap ${booked + walkIns} nomor: ${booked} untuk yang punya janji, ${walkIns} untuk yang datang langsung.`,

  waitUnknown: 'belum bisa diperkirakan',
  waitShort: (to: string) => `kurang dari ${to} menit`,
  waitUpTo: (to: string) => `paling lama sekitar ${to} menit`,
  waitRange: (from: string, to: string) => `sekitar ${from}–${to} menit`,

  mineTitle: 'Sudah punya nomor antrean?',
  codeLabel: 'Kode dari tiket Anda',
  codeHint: '12 huruf dan angka, misalnya 7K3M-9QXT-2BHR.',
  showMine: 'Lihat giliran saya',
  looking: 'Sedang mencari…',
  codeMissing: 'Tulis kode dari tiket Anda.',
  codeMistyped:
    'Kode terdiri dari 12 huruf dan angka. Sepertinya ada yang kurang atau salah ketik. Cocokkan lagi dengan tiket Anda.',
  codeUnknown: 'Kode ini tidak ditemukan. Cocokkan lagi setiap hurufnya dengan tiket Anda.',
  mineFailed: (cause: string) => `${cause} Kode Anda masih ada di sini. Kami mencoba lagi terus.`,
  mineKept: (cause: string, time: string) => `${cause} Ini giliran Anda pukul ${time}.`,
  otherCode: 'Kode lain',
  myNumber: 'Nomor Anda',
  before: (here: number, expected: number) => {
    const later = `mungkin ${expected} lagi yang sudah punya janji`;
    if (here > 0) return `${here} orang di depan Anda${expected > 0 ? `, ${later}` : ''}.`;
    return expected > 0
      ? `Belum ada orang di depan Anda, ${later}.`
      : 'Tidak ada lagi orang di depan Anda.';
  },
  myWait: (wait: string) => `Perkiraan tunggu: ${wait}.`,
  myWaitUnknown: 'Lama tunggu belum bisa diperkirakan.',
  calledTo: (counter: number) => `Nomor Anda dipanggil: silakan ke loket ${counter}.`,
  servingAt: (counter: number) => `Anda sedang dilayani di loket ${counter}.`,
  notHereYet: 'Anda belum tercatat hadir: saat tiba, lapor dulu di meja depan.',
  otherDay: 'Nomor ini untuk hari lain.',
  seeBooking: 'Lihat jadwalnya',
  standing: {
    held: 'Kursi ini masih ditahan dan belum menjadi nomor antrean. Selesaikan dulu isiannya.',
    booked: 'Anda belum tercatat hadir.',
    'checked-in': 'Anda sudah tercatat hadir. Tunggu sampai nomor Anda dipanggil.',
    called: 'Nomor Anda dipanggil. Silakan ke loket.',
    serving: 'Anda sedang dilayani.',
    served: 'Anda sudah dilayani. Terima kasih sudah datang.',
    cancelled: 'Nomor antrean ini sudah dibatalkan.',
    rescheduled: 'Jadwalnya sudah diubah. Pakai tiket yang baru.',
    'no-show':
      'Nomor Anda sudah dipanggil dan terlewat. Bila Anda di tempat, sampaikan ke petugas.',
    expired: 'Kursi yang ditahan sudah dilepas. Ambil nomor antrean baru.',
  } satisfies Record<BookingState, string>,

  opensAt: (time: string) => `Hari ini buka mulai pukul ${time}.`,
  pausesUntil: (time: string) => `Istirahat sampai pukul ${time}.`,
  closedSince: (time: string) => `Hari ini sudah tutup sejak pukul ${time}.`,
  closedToday: 'Hari ini tutup.',

  newestNumber: 'Nomor antrean',
  goTo: 'silakan ke',
  soundOn: 'Suara menyala',
  soundOff: 'Suara mati',
  switchOn: 'Nyalakan suara',
  switchOff: 'Matikan suara',
};

/** Texts of the queue board. */
export type QueueBoardMessages = typeof queueBoard;
