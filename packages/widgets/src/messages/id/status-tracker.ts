import { causes } from './causes.ts';
import type { CodeScannerMessages } from './code-scanner.ts';
import { element } from './element.ts';
import type { FoundBookingMessages } from './found-booking.ts';
import type { TicketActionsMessages } from './ticket-actions.ts';
import type { TimeChoiceMessages } from './time-choice.ts';

/** What the status tracker says before it has found anything. */
export const statusTracker = {
  ...element,
  ...causes,
  question: 'Sudah sampai mana?',
  entryLabel: 'Kode atau tautan tiket',
  entryHint: '12 huruf dan angka di tiket Anda, misalnya 7K3M-9QXT-2BHR. Huruf kecil boleh.',
  show: 'Lihat status',
  looking: 'Sedang mencari…',
  slow: 'Sambungan lambat. Kami masih mencoba.',
  entryMissing: 'Tulis kode dari tiket Anda, atau tempelkan tautannya.',
  entryMistyped:
    'Kode terdiri dari 12 huruf dan angka, misalnya 7K3M-9QXT-2BHR. Sepertinya ada yang kurang atau salah ketik. Cocokkan lagi dengan tiket Anda.',
  linkBroken:
    'Tautan tiket ini tidak lengkap. Buka lagi dari pesan aslinya, atau tulis kodenya di sini.',
  unknown: 'Kode ini tidak ditemukan. Cocokkan lagi setiap hurufnya dengan tiket Anda.',
  lookFailed: (cause: string) => `${cause} Kode Anda masih ada di sini. Coba lagi.`,
  cleared: 'Semua sudah dihapus dari layar ini.',
};

/** Texts of the status tracker. Those of what it finds come after the first view. */
export type StatusTrackerMessages = typeof statusTracker &
  Partial<CodeScannerMessages & FoundBookingMessages & TicketActionsMessages & TimeChoiceMessages>;
