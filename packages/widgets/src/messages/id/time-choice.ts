/** What choosing a day and a time has to say. */
export const timeChoice = {
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
    `Belum ada tempat kosong sampai ${until}. Tempat bisa kosong lagi bila ada yang membatalkan, dan setiap hari ada hari baru yang dibuka. Silakan lihat lagi besok.`,
  partsOfDay: { morning: 'Pagi', noon: 'Siang', afternoon: 'Sore' },
  hour: (hour: string) => `Jam ${hour}`,
};

/** Texts of choosing a day and a time. */
export type TimeChoiceMessages = typeof timeChoice;
