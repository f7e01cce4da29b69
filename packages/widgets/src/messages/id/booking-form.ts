import type { BookingStepsMessages } from './booking-steps.ts';
import { element } from './element.ts';
import { timeChoice } from './time-choice.ts';

/** What the booking form says in its first view: which day and time there are. */
export const bookingForm = {
  ...element,
  ...timeChoice,
  step: (step: number, steps: number) => `Langkah ${step} dari ${steps}`,
  next: 'Lanjut',
  notBookable: (name: string) => `Nomor antrean untuk ${name} belum bisa diambil di sini.`,
  aboutService: 'Cara lain mendapat layanan ini, dan ke mana bertanya',
  otherService: 'Ganti layanan',
  askTime: 'Kapan Anda bisa datang?',
};

/** Texts of the booking form. Those of the steps behind the first view come after it. */
export type BookingFormMessages = typeof bookingForm & Partial<BookingStepsMessages>;
