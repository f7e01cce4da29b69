import type { Language } from '../handler.ts';

/** What the officers' pages say. */
export interface StaffWords {
  staff: string;
  lead: string;
  signIn: string;
  signOut: string;
  signedOut: string;
  signOutProvider: string;
  desk: string;
  loading: string;
  notSignedIn: string;
  notConfigured: string;
  providerTrouble: string;
  refused: string;
  again: string;
  terminals: string;
}

export const staffWords: Record<Language, StaffWords> = {
  id: {
    staff: 'Petugas',
    lead: 'Halaman ini untuk petugas loket.',
    signIn: 'Masuk',
    signOut: 'Keluar',
    signedOut: 'Anda sudah keluar',
    signOutProvider: 'Keluar juga dari akun Anda di komputer ini',
    desk: 'Meja loket',
    loading: 'Meja loket sedang dibuka …',
    notSignedIn: 'Belum bisa masuk',
    notConfigured: 'Server ini belum dihubungkan dengan penyedia akun petugas.',
    providerTrouble: 'Penyedia akun petugas belum bisa dihubungi. Coba lagi sebentar lagi.',
    refused:
      'Proses masuk sudah kedaluwarsa, atau akun Anda belum terdaftar sebagai petugas. Coba lagi, atau hubungi pengelola.',
    again: 'Coba lagi',
    terminals: 'Anjungan',
  },
  en: {
    staff: 'Officers',
    lead: 'This page is for officers at the counters.',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedOut: 'You have signed out',
    signOutProvider: 'Sign out of your account on this computer, too',
    desk: 'Counter desk',
    loading: 'The counter desk is opening …',
    notSignedIn: 'You are not signed in',
    notConfigured: 'This server is not connected to an identity provider yet.',
    providerTrouble: 'The identity provider cannot be reached. Try again in a moment.',
    refused:
      'The sign-in took too long, or your account is not an officer’s. Try again, or ask who runs this server.',
    again: 'Try again',
    terminals: 'Kiosks',
  },
};
