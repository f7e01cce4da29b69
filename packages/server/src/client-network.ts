import type { IncomingMessage } from 'node:http';

import type { Backend } from './handler.ts';

/**
 * The network that a request comes from: the first 24 bits of an IPv4 address, the first 64 of an
 * IPv6 address. Whoever has one of these addresses easily has the others.
 *
 * @param trustedProxies - How many proxies stand before the server. Each adds the address it was
 * called from at the end of `X-Forwarded-For`; what stands further left, anyone can have written.
 */
export function clientNetwork(
  incoming: IncomingMessage | undefined,
  trustedProxies: number,
): string {
  const forwarded = String(incoming?.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const address =
    trustedProxies > 0
      ? (forwarded.at(-trustedProxies) ?? forwarded[0] ?? incoming?.socket.remoteAddress)
      : incoming?.socket.remoteAddress;
  return networkOf(address ?? '');
}

/** Says once that a proxy calls which is not counted: to the limits, all who come by it are one. */
export function warnOfProxy({ config, log }: Pick<Backend, 'config' | 'log'>) {
  let isSaid = config.trustedProxies > 0;
  return ({ headers }: IncomingMessage): void => {
    if (isSaid || headers['x-forwarded-for'] === undefined) return;
    isSaid = true;
    log.warn('requests bear X-Forwarded-For: behind a proxy, set MPP_TRUST_PROXY');
  };
}

/**
 * `203.0.113.7` → `203.0.113.0/24`; `2001:db8:1:2::7` → `2001:db8:1:2::/64`. Some proxies add a port:
 * `203.0.113.7:50412`, `[2001:db8:1:2::7]:50412`.
 */
export function networkOf(given: string): string {
  const address = given.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/^\[(.*)\](:\d+)?$/, '$1');
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4) return `${v4[1]!}.0/24`;
  if (!/^[0-9a-f:]+(?:%\w+)?$/i.test(address)) return 'unknown';

  const [head = '', tail] = address.replace(/%.*/, '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length;
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  const prefix = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${prefix.join(':')}::/64`;
}
