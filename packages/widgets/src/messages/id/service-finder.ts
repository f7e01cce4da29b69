import { element } from './element.ts';
import type { FindingMessages } from './finding.ts';
import type { ServiceViewMessages } from './service-view.ts';

/** What the service finder says in its first view: where to begin. */
export const serviceFinder = {
  ...element,

  question: 'Layanan apa yang Anda perlu?',
  hint: 'Tulis dengan kata Anda sendiri, misalnya “ktp hilang”.',
  clear: 'Hapus kata pencarian',
  loadingServices: 'Sedang memuat daftar layanan…',
  slow: 'Sambungan lambat. Kami masih mencoba.',
  found: (count: number) => `${count} layanan`,
  browse: 'Atau pilih menurut keperluan',
  allCategories: (count: number) => `Tampilkan semua keperluan (${count})`,
  allServices: (count: number) => `Lihat semua ${count} layanan`,

  catalogueFailed: 'Daftar layanan belum bisa dimuat.',
  causes: {
    unreachable: 'Tidak ada sambungan. Periksa internet Anda, lalu coba lagi.',
    timed_out: 'Server terlalu lama menjawab. Coba lagi sebentar lagi.',
    busy: 'Server sedang ramai. Coba lagi sebentar lagi.',
    too_many_requests: 'Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.',
    other: 'Server sedang bermasalah. Coba lagi sebentar lagi.',
  },
};

/** Texts of the service finder. Those of what is found come after the first view. */
export type ServiceFinderMessages = typeof serviceFinder &
  Partial<FindingMessages & ServiceViewMessages>;
