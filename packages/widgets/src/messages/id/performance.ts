import { causes } from './causes.ts';
import { element } from './element.ts';

/** What the performance report says. */
export const performance = {
  ...element,
  ...causes,
  heading: (month: string) => `Kinerja layanan, ${month}`,
  soFar: 'Bulan ini belum berakhir: angkanya masih berjalan, dan kepuasan belum dihitung.',
  slow: 'Sambungan lambat. Kami masih mencoba.',
  months: 'Bulan',
  none: 'Belum ada angka untuk bulan ini.',
  what: 'Tampilkan',
  measures: {
    visits: 'Dilayani',
    wait: 'Waktu tunggu',
    noShows: 'Tidak hadir',
    satisfaction: 'Kepuasan (IKM)',
  },
  explained: {
    visits: 'Banyaknya orang yang selesai dilayani di loket.',
    wait: 'Separuh orang menunggu paling lama sekian menit, dari datang sampai dipanggil.',
    noShows: 'Dari seratus nomor antrean, sekian orang tidak datang.',
    satisfaction:
      'Indeks Kepuasan Masyarakat, dari 25 sampai 100. Angka dari kurang dari lima jawaban tidak ditampilkan.',
  },
  inWords: {
    visits: (figure: string) => `${figure} orang`,
    wait: (figure: string) => `${figure} menit`,
    noShows: (figure: string) => `${figure}%`,
    satisfaction: (figure: string) => figure,
  },
  untold: 'tidak ditampilkan',
  chart: (what: string, month: string) => `Diagram batang: ${what} tiap instansi, ${month}`,
  table: 'Semua angka dalam tabel',
  columns: {
    agency: 'Instansi',
    bookings: 'Nomor antrean',
    served: 'Dilayani',
    noShows: 'Tidak hadir',
    cancelled: 'Dibatalkan',
    median: 'Tunggu (menit), separuh orang paling lama',
    ninetieth: 'Tunggu (menit), sembilan dari sepuluh orang paling lama',
    index: 'IKM',
    answers: 'Jawaban',
  },
  again: (cause: string) => `${cause} Coba lagi.`,
  open: 'Data terbuka (JSON)',
};

/** Texts of the performance report. */
export type PerformanceMessages = typeof performance;
