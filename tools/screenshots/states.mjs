const finder = '/35.79/layanan';
const booking = '/35.79/janji?layanan=ktp-el-hilang';
const tracker = '/35.79/lacak';
const board = '/35.79/antrean';
const wall = '/board';

const toTimes = async (screen) => {
  await screen.reads('Kapan Anda bisa datang?');
  await screen.reads('tempat');
};

const toHeld = async (screen) => {
  await toTimes(screen);
  await screen.press('[name=time]');
  await screen.reads('ditahan');
};

const toPerson = async (screen) => {
  await toHeld(screen);
  await screen.press('Lanjut');
  await screen.reads('Siapa yang datang?');
};

const toCheck = async (screen) => {
  await toPerson(screen);
  await screen.type('#name', 'Sri Wahyuni');
  await screen.type('#phone', `08${Math.floor(1e9 + Math.random() * 8e9)}`);
  await screen.press('Lanjut');
  await screen.reads('Sudah benar?');
};

const toTicket = async (screen) => {
  await toCheck(screen);
  await screen.press('.primary');
  await screen.reads('Tempat Anda aman');
  await screen.reads('Surat tanda penerimaan');
};

const toStatus = async (screen) => {
  const { code } = await screen.book();
  await screen.type('#entry', code.toLowerCase());
  await screen.press('Lihat status');
  await screen.reads('KTP-el hilang');
};

const search = async (screen, words, then) => {
  await screen.reads('Atau pilih');
  await screen.type('#query', words);
  await screen.reads(then);
};

const failing = (kind, then) => async (screen) => {
  screen.trouble(kind);
  await screen.reload();
  await screen.reads(then);
};

/** Each state by its name: the page it is on, and the way to it. */
export const states = {
  'finder-loading': { path: finder, show: failing('slow', 'memuat') },
  'finder-ready': { path: finder, show: (screen) => screen.reads('Atau pilih') },
  'finder-results': {
    path: finder,
    show: (screen) => search(screen, 'ktp ilang', 'KTP-el hilang'),
  },
  'finder-filters': {
    path: finder,
    show: async (screen) => {
      await search(screen, 'akta', 'Akta');
      await screen.press('Saring');
    },
  },
  'finder-empty': { path: finder, show: (screen) => search(screen, 'resep rendang', 'rendang') },
  'finder-service': {
    path: finder,
    show: async (screen) => {
      await search(screen, 'ktp ilang', 'KTP-el hilang');
      await screen.press('[data-service] a');
      await screen.reads('terdekat');
    },
  },
  'finder-offline': { path: finder, show: failing('offline', 'Coba lagi') },
  'finder-busy': { path: finder, show: failing(503, 'Coba lagi') },
  'finder-kept': {
    path: finder,
    show: async (screen) => {
      await screen.reads('Atau pilih');
      await failing('offline', 'tersimpan')(screen);
    },
  },
  'booking-service': {
    path: '/35.79/janji',
    show: (screen) => screen.reads('Layanan apa yang Anda perlu?'),
  },
  'booking-loading': { path: booking, show: failing('slow', 'memuat') },
  'booking-times': { path: booking, show: toTimes },
  'booking-held': { path: booking, show: toHeld },
  'booking-person': { path: booking, show: toPerson },
  'booking-person-errors': {
    path: booking,
    show: async (screen) => {
      await toPerson(screen);
      await screen.type('#phone', '911');
      await screen.press('Lanjut');
      await screen.reads('Periksa kembali');
    },
  },
  'booking-check': { path: booking, show: toCheck },
  'booking-sending': {
    path: booking,
    show: async (screen) => {
      await toCheck(screen);
      screen.trouble('slow', '/book');
      await screen.press('.primary');
      await screen.reads('Sedang mengirim');
    },
  },
  'booking-unanswered': {
    path: booking,
    show: async (screen) => {
      await toCheck(screen);
      screen.trouble('offline', '/book');
      await screen.press('.primary');
      await screen.reads('tidak akan mendapat dua nomor');
    },
  },
  'booking-ticket': { path: booking, show: toTicket },
  'booking-unknown-service': {
    path: booking,
    show: async (screen) => {
      await toTimes(screen);
      await screen.set('mpp-booking-form', 'service', 'layanan-lama');
      await screen.reads('tidak ada di daftar');
    },
  },
  'booking-offline': { path: booking, show: failing('offline', 'Coba lagi') },
  'tracker-question': { path: tracker, show: (screen) => screen.reads('Sudah sampai mana?') },
  'tracker-mistyped': {
    path: tracker,
    show: async (screen) => {
      await screen.type('#entry', '7k3m 9qxt');
      await screen.press('Lihat status');
      await screen.reads('12 huruf');
    },
  },
  'tracker-status': { path: tracker, show: toStatus },
  'tracker-ticket': {
    path: tracker,
    show: async (screen) => {
      await screen.type('#entry', (await screen.book()).link);
      await screen.press('Lihat status');
      await screen.reads('Ubah jadwal');
    },
  },
  'tracker-reschedule': {
    path: tracker,
    show: async (screen) => {
      await states['tracker-ticket'].show(screen);
      await screen.press('Ubah jadwal');
      await screen.reads('tempat');
    },
  },
  'tracker-cancel': {
    path: tracker,
    show: async (screen) => {
      await states['tracker-ticket'].show(screen);
      await screen.press('Batalkan');
      await screen.reads('Batalkan nomor antrean ini?');
    },
  },
  'tracker-cancelled': {
    path: tracker,
    show: async (screen) => {
      await states['tracker-cancel'].show(screen);
      await screen.press('Ya, batalkan');
      await screen.reads('sudah dibatalkan');
    },
  },
  'tracker-offline': {
    path: tracker,
    show: async (screen) => {
      screen.trouble('offline');
      await screen.type('#entry', (await screen.book()).code);
      await screen.press('Lihat status');
      await screen.reads('Coba lagi');
    },
  },
  'board-empty': { path: board, show: (screen) => screen.reads('Belum ada yang menunggu') },
  'board-agency': {
    path: board,
    show: async (screen) => {
      await screen.reads('Belum ada yang menunggu');
      await screen.press('Dinas Kesehatan');
      await screen.reads('Di loket sekarang');
    },
  },
  'board-other-day': {
    path: board,
    show: async (screen) => {
      await screen.type('#code', (await screen.book()).code);
      await screen.press('Lihat giliran saya');
      await screen.reads('Nomor Anda');
    },
  },
  'board-loading': { path: board, show: failing('slow', 'memuat') },
  'board-offline': { path: board, show: failing('offline', 'Coba lagi') },
  'wall-empty': { path: wall, show: (screen) => screen.reads('Belum ada yang menunggu') },
  'wall-offline': { path: wall, show: failing('offline', 'Coba lagi') },
};
