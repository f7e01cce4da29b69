import type { Text } from '@mpp-digital/contract';

import { ticket } from './ticket.ts';

/** What the status tracker says of a booking that it has found. It comes after the first view. */
export const foundBooking = {
  ...ticket,
  otherCode: 'Kode lain',
  clear: 'Bersihkan',
  clearNote: 'Memakai komputer bersama? Hapus semuanya dari layar ini.',
  fromOffice: ({ id }: Text) => `Pesan petugas: ${id}`,
  standing: {
    held: {
      title: 'Kursi ini sedang ditahan',
      next: 'Kursi belum menjadi milik Anda.',
      todo: 'Kembali ke halaman pemesanan dan isi nama serta nomor HP sebelum waktunya habis.',
    },
    booked: {
      title: 'Tempat Anda aman',
      next: '',
      todo: 'Bawa berkasnya, lalu tunjukkan kode ini ke petugas saat tiba.',
    },
    'checked-in': {
      title: 'Anda sudah tercatat hadir',
      next: '',
      todo: 'Tunggu di ruang tunggu sampai nomor Anda dipanggil.',
    },
    called: {
      title: 'Nomor Anda sedang dipanggil',
      next: '',
      todo: 'Segera ke loket.',
    },
    serving: {
      title: 'Anda sedang dilayani',
      next: '',
      todo: 'Anda tidak perlu berbuat apa-apa di sini.',
    },
    served: {
      title: 'Sudah selesai dilayani',
      next: 'Terima kasih sudah datang.',
      todo: 'Perlu datang lagi? Ambil nomor antrean baru.',
    },
    cancelled: {
      title: 'Nomor antrean ini sudah dibatalkan',
      next: 'Kursinya diberikan kepada orang lain.',
      todo: 'Masih perlu layanan ini? Ambil nomor antrean baru.',
    },
    rescheduled: {
      title: 'Jadwal sudah diubah',
      next: '',
      todo: 'Pakai tiket dengan jadwal yang baru.',
    },
    'no-show': {
      title: 'Nomor Anda sudah dipanggil dan terlewat',
      next: '',
      todo: 'Ambil nomor antrean baru. Bila tadi Anda sudah di tempat, sampaikan ke petugas.',
    },
    expired: {
      title: 'Kursi yang ditahan sudah dilepas',
      next: 'Waktunya habis sebelum pemesanan selesai.',
      todo: 'Ambil nomor antrean baru.',
    },
  },
  hurryTo: (counters: string) => `Segera ke ${counters}.`,
  late: {
    title: 'Jam Anda sudah lewat',
    next: '',
    todo: 'Bila Anda sudah di tempat layanan, lapor ke petugas. Bila tidak sempat datang, ambil nomor antrean baru.',
  },
  turn: (wait: string, from: string, to: string) =>
    `Giliran Anda ${wait}, sekitar pukul ${from}–${to}.`,
  inMinutes: (count: number) => `sekitar ${count} menit lagi`,
  inHours: (count: number) => `sekitar ${count} jam lagi`,
  inDays: (count: number) => `${count} hari lagi`,
  tomorrow: 'besok',
  now: 'sekarang',
  journey: 'Riwayat antrean',
  stateNames: {
    held: 'Kursi ditahan',
    booked: 'Terdaftar',
    'checked-in': 'Lapor datang',
    called: 'Dipanggil',
    serving: 'Dilayani',
    served: 'Selesai',
    cancelled: 'Dibatalkan',
    rescheduled: 'Jadwal diubah',
    'no-show': 'Terlewat',
    expired: 'Kursi dilepas',
  },
  tenses: { done: 'sudah', current: 'sekarang', toCome: 'berikutnya', over: 'berakhir' },
  knownAt: (moment: string) => `Terakhir dicek ${moment}. Diperbarui sendiri.`,
  finalAt: (moment: string) => `Terakhir dicek ${moment}.`,
  keptFrom: (cause: string, moment: string) =>
    `${cause} Ini keadaan terakhir yang diketahui, ${moment}.`,
  toPapers: 'Lihat yang perlu dibawa',
  unlockTitle: 'Buka tiket: ubah jadwal, batalkan, simpan',
  unlockLabel: '4 angka terakhir nomor HP',
  unlockHint: 'Nomor HP yang Anda tulis saat mengambil nomor antrean.',
  unlock: 'Buka tiket',
  unlocking: 'Sedang membuka…',
  endingMistyped: 'Tulis 4 angka saja, misalnya 7890.',
  endingWrong: 'Belum cocok. Periksa 4 angka terakhir nomor HP Anda, lalu coba lagi.',
  unlockLocked: (wait: string) => `Sudah terlalu banyak percobaan. Coba lagi ${wait}.`,
  unlockLater: 'beberapa menit lagi',
  unlocked: 'Tiket sudah dibuka.',
  secretUnknown:
    'Tautan tiket ini tidak dikenali, jadi yang tampil hanya statusnya. Untuk mengubahnya, pakai nomor HP Anda.',
  ticketMissing: 'Tiket lengkap belum bisa dimuat.',
  toSurvey: 'Beri nilai layanan ini',
  complain: 'Ada kendala? Adukan',
  complainHint:
    'Tulis ini dalam laporan, agar kunjungan Anda ditemukan. Nama dan kode Anda tidak perlu.',
  reference: (service: string, agency: string, place: string, day: string, number: string) =>
    `${service}, ${agency}. ${place}, ${day}, nomor antrean ${number}.`,
  copyReference: 'Salin rujukan',
  referenceCopied: 'Rujukan sudah disalin.',
  referenceCopyFailed: 'Belum bisa menyalin. Tekan lama pada rujukan, lalu salin.',
};

/** Texts of a booking that was found. */
export type FoundBookingMessages = typeof foundBooking;
