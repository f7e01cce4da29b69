import { createHash } from 'node:crypto';

import type { Payment } from '@mpp-digital/contract';

/** What is to be paid. */
export interface PaymentOrder {
  /** Kemendagri code of the regency that is to get it. */
  regency: string;
  /** A UUID: asked again with the same, it must be the same payment. */
  key: string;
  /** Whole rupiah. */
  amount: number;
}

/**
 * Who takes payments. A provider's adapter answers what citizens name or open to pay, and says by its
 * own way (a callback, a daily file) what was paid, which an officer or a program confirms.
 */
export interface PaymentProvider {
  /** Asks for a payment. */
  request(order: PaymentOrder): Promise<Payment>;
}

/**
 * Payments at the regency's own till: a reference to name there, twelve digits of which the last checks
 * the others (Luhn, ISO/IEC 7812-1 annex B), so that a mistyped one is noticed.
 */
export class LocalPayments implements PaymentProvider {
  request({ regency, key, amount }: PaymentOrder): Promise<Payment> {
    const hash = createHash('sha256').update(`${regency}/${key}`).digest();
    const eleven = String(hash.readBigUInt64BE() % 100_000_000_000n).padStart(11, '0');
    return Promise.resolve({ amount, reference: eleven + luhnDigit(eleven) });
  }
}

function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
