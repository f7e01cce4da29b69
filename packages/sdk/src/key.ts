/**
 * Makes an idempotency key: a random UUID.
 *
 * Calls make one by themselves. Make your own, and keep it, to repeat a call whose end you cannot
 * tell, perhaps because the page was closed: with the same key and the same input it is done once.
 *
 * @returns For example `3f2b8c1e-9d4a-4b6c-8e7f-0a1b2c3d4e5f`.
 *
 * @example
 * ```ts
 * const idempotencyKey = newKey();
 * const seat = { slotId: '0b1f2c1e-58a4-4d2e-9d3a-0f5a4c7b9e11', serviceId: 'ktp-el-baru' };
 * const ticket = await client.bookings.hold(seat, { idempotencyKey });
 * ```
 */
export function newKey(): string {
  // Not crypto.randomUUID(): pages without https do not have it.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
