/** What a ticket has to say at once, wherever it is shown. */
export const ticket = {
  queueNumber: 'Nomor antrean Anda',
  comeEarly: 'Datang 10 menit lebih awal.',
  priorityNote: 'Anda memakai loket prioritas: beri tahu petugas saat tiba.',
  codeLabel: 'Kode',
  qrLabel: (number: string) => `Kode QR tiket nomor ${number}: tunjukkan ke petugas`,
  qrMissing: 'Gambar QR belum bisa dimuat. Kodenya saja sudah cukup.',
  moreActions: 'Tampilkan yang perlu dibawa dan pilihan lain',
  bookAgain: 'Ambil nomor antrean baru',
};

/** Texts of a ticket. */
export type TicketMessages = typeof ticket;
