import type { AnswerReason } from '@mpp-digital/contract';

import { element } from './element.ts';

/** What the application form says. */
export const applicationForm = {
  ...element,
  slow: 'Sambungan sedang lambat. Kami masih mencoba.',
  title: 'Ajukan daring',
  none: 'Layanan ini belum bisa diajukan daring.',
  noneHow: 'Lihat cara mengurusnya',
  step: (number: number, of: number) => `Langkah ${number} dari ${of}`,
  next: 'Lanjut',
  toReview: 'Kembali ke ringkasan',
  back: 'Kembali',
  optional: '(boleh dikosongkan)',
  choose: 'Pilih…',
  yes: 'Ya',
  no: 'Tidak',
  add: (item: string) => `Tambah ${item.toLowerCase()}`,
  remove: (item: string) => `Hapus ${item.toLowerCase()}`,
  added: (item: string) => `${item} ditambahkan.`,
  removed: (item: string) => `${item} dihapus.`,
  wrongHeading: 'Ada yang perlu diperbaiki',
  /** What is wrong with an answer. Refusals that only a program meets say the same. */
  reasons: {
    required: (label) => `Isi dulu: ${label}`,
    unknown: (label) => `Formulir ini sudah berubah: ${label}`,
    hidden: (label) => `Formulir ini sudah berubah: ${label}`,
    type: (label) => `Tulis angka saja: ${label}`,
    choice: (label) => `Pilih salah satu: ${label}`,
    format: (label) => `Belum sesuai: ${label}`,
    'too-short': (label) => `Terlalu pendek: ${label}`,
    'too-long': (label) => `Terlalu panjang: ${label}`,
    'too-small': (label) => `Terlalu kecil: ${label}`,
    'too-large': (label) => `Terlalu besar: ${label}`,
    'too-few': (label) => `Tambahkan lagi: ${label}`,
    'too-many': (label) => `Terlalu banyak: ${label}`,
  } as Record<AnswerReason, (label: string) => string>,
  /** What a number that is known looks like. */
  formats: {
    date: 'Tulis tanggal yang ada di kalender.',
    email: 'Tulis alamat surel yang lengkap, misalnya nama@contoh.id.',
    phone: 'Tulis nomor Indonesia, misalnya 0812 3456 7890.',
    village: 'Pilih desa atau kelurahan.',
    'postal-code': 'Kode pos terdiri atas 5 angka.',
    nik: 'NIK terdiri atas 16 angka, seperti di KTP-el. Periksa lagi angkanya.',
    kk: 'Nomor KK terdiri atas 16 angka. Periksa lagi angkanya.',
    npwp: 'NPWP terdiri atas 15 atau 16 angka.',
    nib: 'NIB terdiri atas 13 angka.',
    nop: 'NOP terdiri atas 18 angka.',
  },
  keep: 'Simpan isian di perangkat ini',
  keepHint:
    'Supaya tidak hilang bila halaman dimuat ulang. Jangan centang di perangkat yang dipakai bersama. Dokumen tidak ikut disimpan.',
  kept: 'Isian Anda yang tersimpan di perangkat ini sudah kami buka lagi. Dokumen perlu dipilih lagi.',
  forget: 'Hapus isian tersimpan',
  forgotten: 'Isian tersimpan sudah dihapus.',
};

/** Texts of the application form. */
export type ApplicationFormMessages = typeof applicationForm;
