import type { Language } from '../handler.ts';

/** What the board's pages say. */
export interface BoardWords {
  board: string;
  agency: string;
  called: string;
  waiting: string;
  toCounter: (number: string, counter: number) => string;
  priority: (waiting: number, priority: number) => string;
  nobody: string;
  rule: string;
  shares: (booked: number, walkIns: number) => string;
  knownAt: (time: string) => string;
  mine: string;
}

export const boardWords: Record<Language, BoardWords> = {
  id: {
    board: 'Antrean hari ini',
    agency: 'Instansi',
    called: 'Di loket',
    waiting: 'Menunggu',
    toCounter: (number, counter) => `${number} loket ${String(counter)}`,
    priority: (waiting, priority) => `${String(waiting)} (${String(priority)} prioritas)`,
    nobody: 'Belum ada yang menunggu.',
    rule: 'Yang punya janji dan yang datang langsung mengantre bersama menurut nomor: prioritas lebih dulu, dan yang tidak ada saat dipanggil menyusul.',
    shares: (booked, walkIns) =>
      `Dari tiap ${String(booked + walkIns)} nomor: ${String(booked)} untuk yang punya janji, ${String(walkIns)} untuk yang datang langsung.`,
    knownAt: (time) => `Keadaan pukul ${time}. Halaman ini dimuat ulang sendiri.`,
    mine: 'Lihat nomor Anda dengan kode dari tiket',
  },
  en: {
    board: 'The queue today',
    agency: 'Agency',
    called: 'At the counters',
    waiting: 'Waiting',
    toCounter: (number, counter) => `${number} counter ${String(counter)}`,
    priority: (waiting, priority) => `${String(waiting)} (${String(priority)} with priority)`,
    nobody: 'Nobody is waiting.',
    rule: 'Those who booked and those who walk in share one line by number: priority first, and who was not there when called comes after.',
    shares: (booked, walkIns) =>
      `Of every ${String(booked + walkIns)} numbers, ${String(booked)} for those who booked and ${String(walkIns)} for those who walk in.`,
    knownAt: (time) => `As of ${time}. This page loads itself again.`,
    mine: 'See your number, with the code on your ticket',
  },
};
