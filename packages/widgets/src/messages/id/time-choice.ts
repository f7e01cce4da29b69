/** What choosing a day and a time has to say. */
export const timeChoice = {
  slow: 'Sambungan lambat. Kami masih mencoba.',
  pickDay: 'Pilih hari',
  pickTime: (zone: string) => `Pilih jam (${zone})`,
  today: 'hari ini',
  tomorrow: 'besok',
  placesLeft: (count: number) => `${count} tempat`,
  dayFull: 'penuh',
  dayClosed: 'tutup',
  dayHoliday: (name: string) => `libur: ${name}`,
  laterDays: 'Lihat hari berikutnya',
  nextDayWithRoom: (day: string) =>
    `Dalam tujuh hari ini tidak ada tempat. Yang paling dekat: ${day}.`,
  noDayWithRoom: (until: string) =>
    `Belum ada tempat kosong sampai ${until}. Silakan lihat lagi besok: setiap hari dibuka satu hari baru.`,
  partsOfDay: { morning: 'Pagi', noon: 'Siang', afternoon: 'Sore' },
  hour: (hour: string) => `Jam ${hour}`,
};

/** Texts of choosing a day and a time. */
export type TimeChoiceMessages = typeof timeChoice;
