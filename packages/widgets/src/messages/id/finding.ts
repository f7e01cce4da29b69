/** What the service finder says of what is found: the list, and the head of a service. */
export const finding = {
  exampleNote: 'Data contoh, bukan standar pelayanan resmi.',
  free: 'Gratis',
  upTo: (least: string, most: string) => `${least} sampai ${most}`,
  percent: (percent: string) => `${percent}%`,
  billed: 'sesuai perhitungan',
  minutes: (count: number) => `${count} menit`,
  hours: (count: number) => `${count} jam`,
  days: (count: number) => `${count} hari`,
  workingDays: (count: number) => `${count} hari kerja`,
  more: (count: number) => `Tampilkan ${count} lagi`,
  way: { direct: 'Datang', mobile: 'Keliling', self: 'Anjungan', electronic: 'Daring' },
  channel: {
    direct: 'Datang ke loket',
    mobile: 'Layanan keliling',
    self: 'Anjungan mandiri',
    electronic: 'Daring',
  },
  filter: 'Saring: cara · biaya · instansi',
  filterWay: 'Cara dilayani',
  filterFee: 'Biaya',
  freeOnly: 'Hanya yang gratis',
  filterAgency: 'Instansi',
  allAgencies: 'Semua instansi',
  removeFilter: (name: string) => `Hapus saringan ${name}`,
  removeAllFilters: 'Hapus semua saringan',

  nothing: (query: string) => `Belum ada layanan yang cocok dengan “${query}”.`,
  nothingFiltered: 'Tidak ada layanan yang cocok dengan saringan ini.',
  nothingYet: 'Daftar layanan masih kosong. Tanyakan langsung ke petugas kami.',
  nothingTips: [
    'Periksa ejaannya.',
    'Pakai satu atau dua kata saja, misalnya “akta lahir”.',
    'Kurangi saringan, bila ada yang terpasang.',
  ],
  askUs: 'Belum ketemu juga? Tanyakan ke petugas kami',
  trackerNeed: 'Ingin tahu sampai mana antrean atau permohonan Anda?',
  toTracker: 'Lacak dengan kode Anda',
  placeNeed: 'Alamat dan jam buka',
  pause: (from: string, to: string) => `istirahat ${from}–${to}`,

  kept: (moment: string) =>
    `Server belum bisa dihubungi. Ini data yang tersimpan ${moment}; bisa jadi sudah berubah.`,
  detailsFailed: 'Rincian layanan ini belum bisa dimuat.',
  notShown: 'Layanan belum bisa ditampilkan',
  allResults: 'Semua layanan',
  feeAndTime: (fee: string, duration: string) => `${fee} · selesai ${duration}`,
};

/** Texts of what is found. */
export type FindingMessages = typeof finding;
