import type {
  ApplicationErrorCode,
  FeedbackErrorCode,
  StaffErrorCode,
  UploadErrorCode,
  WebhookErrorCode,
} from '@mpp-digital/contract';
import type { MppErrorCode } from '@mpp-digital/sdk';

import type { element } from './element.ts';

/** Why something that was sent was not done, besides what reading can meet, too. */
export const refusals = {
  refusals: {
    unauthorized: 'Kode atau tautan tiket ini tidak dikenali.',
    day_past: 'Hari itu sudah lewat. Pilih hari lain.',
    day_beyond_window: 'Hari itu belum bisa dipesan. Pilih hari yang lebih dekat.',
    malformed_json: 'Permintaan tidak terbaca oleh server. Isian Anda masih ada. Coba lagi.',
    key_missing: 'Permintaan tidak lengkap. Isian Anda masih ada. Coba lagi.',
    method_not_allowed: 'Permintaan ini tidak dikenal server.',
    slot_full: 'Jam itu baru saja diambil orang lain. Pilih jam lain; isian Anda masih ada.',
    slot_closed: 'Jam itu sudah tidak bisa dipesan. Isian Anda masih ada. Pilih jam lain.',
    same_slot: 'Itu jam Anda yang sekarang. Pilih jam lain.',
    already_booked:
      'Nomor HP ini sudah punya nomor antrean untuk layanan ini pada hari itu. Pakai kode pada tiket itu, atau pilih hari lain.',
    wrong_state: 'Antrean ini sudah tidak bisa diubah.',
    hold_expired:
      'Waktunya habis. Kursi itu sekarang bisa diambil orang lain. Isian Anda masih ada. Pilih jam sekali lagi.',
    too_large: 'Isian terlalu panjang untuk dikirim.',
    unsupported_media_type: 'Server tidak mengerti bentuk permintaan ini.',
    key_reused: 'Permintaan ini sudah pernah dikirim dengan isi lain. Coba lagi.',
  } satisfies Record<
    Exclude<
      MppErrorCode,
      | StaffErrorCode
      | FeedbackErrorCode
      | ApplicationErrorCode
      | UploadErrorCode
      | WebhookErrorCode
      | keyof typeof element.errors
    >,
    string
  >,
};

/** Texts of why something that was sent was not done. */
export type RefusalMessages = typeof refusals;
