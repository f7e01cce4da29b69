import type { Duration, Fee } from '@mpp-digital/contract';

import type { FindingMessages } from '../messages/id/finding.ts';

/** Whole rupiah as people write them: `Rp75.000`. */
export function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}

/** What a service costs, in a few words. */
export function feeText({ type, amount = 0, maxAmount = 0, percent = 0 }: Fee, t: FindingMessages) {
  switch (type) {
    case 'free':
      return t.free;
    case 'fixed':
      return rupiah(amount);
    case 'range':
      return t.upTo(amount ? rupiah(amount) : t.free, rupiah(maxAmount));
    case 'percentage':
      return t.percent(String(percent));
    case 'variable':
      return t.billed;
  }
}

/** How long a service takes, in a few words. */
export function durationText({ value, unit }: Duration, t: FindingMessages): string {
  const say = { minute: t.minutes, hour: t.hours, day: t.days, workingDay: t.workingDays };
  return say[unit](value);
}
