import type { Texts } from './texts.ts';

export const texts: Texts = {
  confirmation: {
    subject: 'Nomor antrean Anda {number}, {day}',
    text: 'Nomor antrean Anda {number} untuk {service}: {day}, pukul {time}, di {place}. Datanglah 10 menit lebih awal dengan persyaratannya. Kode: {code}. Lihat, pindahkan atau batalkan di {link}',
  },
  reminder: {
    subject: 'Besok: {service}, pukul {time}',
    text: 'Besok kami tunggu di {place} pukul {time} untuk {service}. Nomor antrean Anda {number}. Jangan lupa persyaratannya. Tidak jadi datang? Beri tahu di {link} dengan kode {code}, supaya tempatnya bisa dipakai orang lain.',
  },
  moved: {
    subject: 'Jadwal Anda pindah ke {day}',
    text: 'Jadwal Anda untuk {service} pindah ke {day}, pukul {time}, di {place}. Nomor antrean Anda sekarang {number}, kodenya tetap {code}. Waktunya tidak cocok? Pindahkan atau batalkan di {link}',
  },
  cancelled: {
    subject: 'Mohon maaf, jadwal {day} dibatalkan',
    text: 'Mohon maaf, {agency} tidak dapat melayani {service} pada {day} pukul {time}. Nomor antrean {number} tidak berlaku lagi. Silakan pilih waktu lain di {link}',
  },
  'called-soon': {
    subject: 'Sebentar lagi giliran Anda',
    text: 'Sebentar lagi giliran nomor {number}: paling banyak {before} orang lagi di depan Anda. Mohon menunggu di dekat loket {agency}, {place}.',
  },
  'needs-correction': {
    subject: 'Permohonan Anda perlu dilengkapi',
    text: 'Permohonan {service} perlu Anda lengkapi paling lambat {deadline}. Lihat apa yang kurang di {link} dengan kode {code}.',
  },
  ready: {
    subject: 'Dokumen Anda sudah jadi',
    text: 'Dokumen {service} dari {agency} sudah jadi. Lihat cara mendapatkannya di {link} dengan kode {code}.',
  },
};
