import { causes } from './causes.ts';
import { refusals } from './refusals.ts';

/** What can be done with a ticket, in words. They come with it, after the first view. */
export const ticketActions = {
  ...causes,
  ...refusals,
  copyCode: 'Salin kode',
  codeCopied: 'Kode sudah disalin.',
  copyFailed: 'Belum bisa menyalin. Tekan lama pada kode, lalu salin.',
  bringTitle: 'Yang perlu dibawa',
  bringNothing: 'Tidak perlu membawa apa-apa.',
  bringLoading: 'Sedang memuat daftar yang perlu dibawa…',
  bringMissing: 'Daftar yang perlu dibawa belum bisa dimuat.',
  keepTitle: 'Simpan tiket ini',
  keepNote:
    'Tidak ada akun. Hanya dengan kode atau tautan tiket ini Anda bisa melihat, mengubah, atau membatalkannya lagi.',
  copyLink: 'Salin tautan tiket',
  linkCopied: 'Tautan sudah disalin. Siapa pun yang memegangnya bisa mengubah tiket ini.',
  linkCopyFailed: 'Belum bisa menyalin tautan. Simpan kodenya saja.',
  toCalendar: 'Simpan ke kalender',
  calendarSaved: 'Berkas kalender sudah diunduh. Buka berkas itu untuk menyimpannya.',
  calendarFailed: 'Berkas kalender belum bisa diunduh. Tiket Anda tetap aman. Coba lagi.',
  shareTicket: 'Bagikan',
  ticketTextCopied: 'Isi tiket sudah disalin. Tempelkan di WhatsApp atau catatan.',
  shareFailed: 'Belum bisa dibagikan. Catat kode dan jamnya.',
  printTicket: 'Cetak',
  shareText: (facts: {
    number: string;
    service: string;
    when: string;
    place: string;
    code: string;
    link: string;
  }) =>
    `Nomor antrean ${facts.number}\n${facts.service}\n${facts.when}\n${facts.place}\nKode ${facts.code}\nLihat status: ${facts.link}`,
  changeTime: 'Ubah jadwal',
  changeTimeQuestion: 'Kapan Anda bisa datang?',
  changeTimeNow: (when: string) =>
    `Jadwal Anda sekarang: ${when}. Kursi itu tetap milik Anda sampai jadwal baru didapat.`,
  changeTimeTo: (when: string) => `Pindah ke ${when}`,
  changeTimeFirst: 'Pilih hari dan jam dulu.',
  changingTime: 'Sedang memindahkan…',
  changedTime: (when: string) => `Jadwal sudah dipindah ke ${when}.`,
  changeTimeUnsure: (cause: string) =>
    `${cause} Belum pasti apakah jadwal sudah dipindah, tetapi Anda tidak kehilangan tempat. Aman untuk menekan sekali lagi.`,
  keepTime: 'Tidak jadi pindah',
  nearestInstead: (when: string) => `Ambil yang terdekat: ${when}`,
  cancelTicket: 'Batalkan',
  cancelQuestion: 'Batalkan nomor antrean ini?',
  cancelWarning: 'Kursi Anda langsung diberikan kepada orang lain dan tidak bisa diambil lagi.',
  cancelConfirm: 'Ya, batalkan',
  cancelling: 'Sedang membatalkan…',
  cancelNot: 'Tidak jadi',
  cancelUnsure: (cause: string) =>
    `${cause} Belum pasti apakah nomor sudah dibatalkan. Aman untuk menekan sekali lagi.`,
  cancelled: 'Nomor antrean sudah dibatalkan',
  cancelledNote: 'Terima kasih sudah memberi tahu. Kursi Anda diberikan kepada orang lain.',
};

/** Texts of what can be done with a ticket. */
export type TicketActionsMessages = typeof ticketActions;
