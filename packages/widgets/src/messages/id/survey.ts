import { element } from './element.ts';

/** What the survey says besides its questions, which the server has. */
export const survey = {
  ...element,
  slow: 'Sambungan lambat. Kami masih mencoba.',
  heading: 'Bagaimana layanan tadi?',
  privacy:
    'Sembilan pertanyaan, sekitar dua menit. Kami tidak menyimpan siapa yang menjawab; kode hanya memastikan satu jawaban untuk satu kunjungan.',
  codeLabel: 'Kode lacak',
  codeHint: 'Dua belas huruf dan angka pada tiket Anda.',
  codeWrong: 'Kode ini belum benar. Periksa lagi dua belas huruf dan angka pada tiket Anda.',
  codeUnknown: 'Tidak ada antrean dengan kode ini. Periksa lagi kodenya.',
  tooEarly: 'Kunjungan dengan kode ini belum selesai dilayani. Isi survei setelah selesai.',
  wrongHeading: 'Periksa kembali isian Anda',
  missing: (name: string) => `Pilih jawaban tentang ${name}`,
  choose: 'Pilih satu jawaban.',
  send: 'Kirim jawaban',
  sending: 'Sedang mengirim…',
  thanksHeading: 'Terima kasih',
  thanks: 'Jawaban Anda sudah kami terima. Hasilnya terbit setelah bulan ini berakhir.',
  answered: 'Jawaban untuk kunjungan ini sudah kami terima.',
};

/** The sentences of the survey. */
export type SurveyMessages = typeof survey;
