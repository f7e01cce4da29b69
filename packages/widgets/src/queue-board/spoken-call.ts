import type { CounterCall } from '@mpp-digital/contract';

const digits = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');

/**
 * A call as it is said aloud, in Indonesian: the number sign by sign, because `A012` and `A112` sound
 * alike otherwise, and the counter as a number.
 */
export function spokenCall({ number, counter }: Pick<CounterCall, 'number' | 'counter'>): string {
  const signs = [...number].map((sign) => digits[Number(sign)] ?? sign).join(' ');
  return `nomor antrean ${signs}, silakan ke loket ${numberWord(counter)}`;
}

/** `dua puluh satu`. Voices read digits in a language of their own choice. */
function numberWord(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number < 10) return digits[number]!;
  if (number === 10) return 'sepuluh';
  if (number === 11) return 'sebelas';
  if (number < 20) return `${digits[ones]} belas`;
  if (number > 99) return String(number);
  return `${digits[tens]} puluh${ones ? ` ${digits[ones]}` : ''}`;
}
