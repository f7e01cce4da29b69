import type { DatedStop, MobileSchedule, Village } from '@mpp-digital/contract';

const tulungrejo: Village = { code: '35.79.02.2003', name: 'Tulungrejo' };
const punten: Village = { code: '35.79.02.2001', name: 'Punten' };
const sumberbrantas: Village = { code: '35.79.02.2009', name: 'Sumberbrantas' };

/** Villages that something comes to; to the last one, nothing does these weeks. */
export const fakeVillages: readonly Village[] = [punten, sumberbrantas, tulungrejo];

const unit = { id: 'dukcapil-keliling', name: { id: 'Dukcapil Keliling', en: 'Mobile Dukcapil' } };
const card = { id: 'ktp-el-hilang', name: { id: 'KTP-el hilang', en: 'Lost e-KTP' } };
const hours = { opens: '08:30', closes: '12:00' };
const home = { place: 'Balai Desa Tulungrejo', village: tulungrejo, ...hours };

/** Tulungrejo: a stop with numbers, one moved to Punten, one cancelled, one without numbers. */
export function fakeStops(today: string, village: string): MobileSchedule {
  const stop = (days: number, rest: Partial<DatedStop>): DatedStop => ({
    id: `dukcapil-keliling-${dayAfter(today, days)}-0830`,
    date: dayAfter(today, days),
    ...home,
    unit,
    services: [card],
    state: 'planned',
    placeId: null,
    ...rest,
  });
  const stops = [
    stop(1, {
      placeId: 'dukcapil-keliling-02-2003-balai-desa-tulungrejo',
      canDo: { id: 'Rekam dan cetak', en: 'Record and print' },
      cannotDo: { id: 'Pindah alamat', en: 'Change of address' },
    }),
    stop(3, { state: 'moved', place: 'Balai Desa Punten', village: punten, movedFrom: home }),
    stop(8, { state: 'cancelled', reason: { id: 'Mobil rusak', en: 'The van broke down' } }),
    stop(10, {}),
  ].filter((each) => [each.village.code, each.movedFrom?.village.code].includes(village));
  return { timeZone: 'Asia/Jakarta', from: today, until: dayAfter(today, 27), stops };
}

function dayAfter(day: string, count: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
