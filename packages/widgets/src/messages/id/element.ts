import type { MppErrorCode } from '@mpp-digital/sdk';

/** What every widget may have to say. The type is what other languages must fill. */
export const common = {
  loading: 'Sedang memuat…',
  retry: 'Coba lagi',
  back: 'Kembali',
  required: 'wajib diisi',
  optional: 'boleh kosong',
  example: 'contoh',
  exampleNote: 'Data contoh, bukan standar pelayanan resmi.',
  free: 'Gratis',
  from: (amount: string) => `mulai ${amount}`,
  upTo: (least: string, most: string) => `${least} sampai ${most}`,
  percent: (percent: string) => `${percent}%`,
  billed: 'sesuai perhitungan',
  minutes: (count: number) => `${count} menit`,
  hours: (count: number) => `${count} jam`,
  days: (count: number) => `${count} hari`,
  workingDays: (count: number) => `${count} hari kerja`,
  channel: {
    direct: 'Datang ke loket',
    mobile: 'Layanan keliling',
    self: 'Anjungan mandiri',
    electronic: 'Daring',
  },
  counters: (numbers: string) => `loket ${numbers}`,
  errorSummary: 'Periksa kembali isian Anda',
  errors: {
    malformed_json: 'Permintaan tidak terbaca oleh server. Isian Anda masih ada. Coba lagi.',
    invalid_request: 'Ada isian yang belum sesuai. Periksa lalu kirim lagi.',
    key_missing: 'Permintaan tidak lengkap. Isian Anda masih ada. Coba lagi.',
    unauthorized: 'Kode atau tautan tiket ini tidak dikenali.',
    not_found: 'Tidak ditemukan. Periksa lagi kode atau tautannya.',
    regency_unknown: 'Server ini tidak melayani kabupaten atau kota ini.',
    method_not_allowed: 'Permintaan ini tidak dikenal server.',
    slot_full: 'Jam itu baru saja penuh. Isian Anda masih ada. Pilih jam lain.',
    slot_closed: 'Jam itu sudah tidak bisa dipesan. Isian Anda masih ada. Pilih jam lain.',
    same_slot: 'Itu jam Anda yang sekarang. Pilih jam lain.',
    already_booked:
      'Nomor HP ini sudah punya nomor antrean untuk layanan ini pada hari itu. Pakai kode pada tiket itu, atau pilih hari lain.',
    wrong_state: 'Antrean ini sudah tidak bisa diubah.',
    hold_expired:
      'Waktu untuk kursi yang ditahan sudah habis. Isian Anda masih ada. Pilih jam sekali lagi.',
    too_large: 'Isian terlalu panjang untuk dikirim.',
    unsupported_media_type: 'Server tidak mengerti bentuk permintaan ini.',
    key_reused: 'Permintaan ini sudah pernah dikirim dengan isi lain. Coba lagi.',
    day_past: 'Hari itu sudah lewat. Pilih hari lain.',
    day_beyond_window: 'Hari itu belum bisa dipesan. Pilih hari yang lebih dekat.',
    too_many_requests: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    internal: 'Server sedang bermasalah. Isian Anda masih ada. Coba lagi sebentar lagi.',
    busy: 'Server sedang ramai. Isian Anda masih ada. Coba lagi sebentar lagi.',
    unreachable: 'Tidak ada sambungan. Isian Anda masih ada. Periksa internet, lalu coba lagi.',
    timed_out: 'Server terlalu lama menjawab. Isian Anda masih ada. Coba lagi.',
    unexpected_answer: 'Jawaban server tidak bisa dibaca. Isian Anda masih ada. Coba lagi.',
  } satisfies Record<MppErrorCode, string> as Record<MppErrorCode, string>,
};

/** Texts that all widgets share. */
export type CommonMessages = typeof common;
