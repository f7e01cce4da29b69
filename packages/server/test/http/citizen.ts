// What a citizen does, through the SDK.
import assert from 'node:assert/strict';

import { MppClient, MppError, type MppClientOptions } from '@mpp-digital/sdk';
import type { Slot } from '@mpp-digital/contract';

/** The regency and the place of the example data. */
export const regency = '35.79';
export const placeId = 'mpp-among-warga';
export const serviceId = 'ktp-el-rusak-ubah';

/** A client of the example's regency. */
export function clientOf(url: string, options: Partial<MppClientOptions> = {}): MppClient {
  return new MppClient({ baseUrl: url, regency, ...options });
}

let people = 0;

/** Somebody who was never here before. */
export function somebody(name = 'Siti Aminah'): { name: string; phone: string } {
  people += 1;
  const digits = String(people * 7919 + process.pid * 100_000).slice(-9);
  return { name, phone: `+62812${digits.padStart(9, '0')}` };
}

/** Times with room on the next open day, of one service. */
export async function openSlots(client: MppClient, service = serviceId): Promise<Slot[]> {
  const { days } = await client.availability.days({ placeId, services: [service], days: 14 });
  const open = days.find(({ state }) => state === 'open');
  assert.ok(open, 'a day is open');
  return open.slots;
}

/** Places left at a time. */
export async function freeAt(client: MppClient, slot: Slot, service = serviceId): Promise<number> {
  const { days } = await client.availability.days({ placeId, services: [service], days: 14 });
  return days.flatMap(({ slots }) => slots).find(({ id }) => id === slot.id)?.free ?? 0;
}

/** Waits for a refusal, and gives its code. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof MppError) return error.code;
    throw error;
  }
  return 'nothing was refused';
}
