import type { MppErrorCode } from '@mpp-digital/sdk';

import type { RefusalMessages } from './refusals.ts';

/** What every widget may have to say. The type is what other languages must fill. */
export const element = {
  loading: 'Sedang memuat…',
  retry: 'Coba lagi',
  back: 'Kembali',
  example: 'contoh',
  counters: (numbers: string) => `loket ${numbers}`,
  /** Why something could not be read. What only sending can meet is in `refusals`. */
  errors: {
    invalid_request: 'Ada isian yang belum sesuai. Periksa lalu kirim lagi.',
    not_found: 'Tidak ditemukan. Periksa lagi kode atau tautannya.',
    regency_unknown: 'Halaman ini belum disetel dengan benar. Mohon beri tahu pengelola situs ini.',
    too_many_requests: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    internal: 'Server sedang bermasalah. Isian Anda masih ada. Coba lagi sebentar lagi.',
    busy: 'Server sedang ramai. Isian Anda masih ada. Coba lagi sebentar lagi.',
    unreachable: 'Tidak ada sambungan. Isian Anda masih ada. Periksa internet, lalu coba lagi.',
    timed_out: 'Server terlalu lama menjawab. Isian Anda masih ada. Coba lagi.',
    unexpected_answer: 'Jawaban server tidak bisa dibaca. Isian Anda masih ada. Coba lagi.',
  } satisfies Partial<Record<MppErrorCode, string>>,
};

/** Texts that all widgets share. */
export type ElementMessages = typeof element & Partial<RefusalMessages>;
