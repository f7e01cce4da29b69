import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

import ipaddr from 'ipaddr.js';

/**
 * An address that no message goes to: it may lead to what only this machine can reach. Its name in an
 * error's `code` tells it from a line that is down.
 */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
  readonly code = 'ADDRESS_REFUSED';
}

/** Where https is spoken. */
const ports = new Set(['', '443', '8443']);

/** Every address of IPv6 that is routed on the internet begins so. */
const globalIPv6 = ipaddr.parseCIDR('2000::/3');

/** Public by its number, but on Azure's machines their own host answers, also about credentials. */
const hostOfAzure = '168.63.129.16';

/**
 * Whether an address is one of the public internet. Loopback, private networks, link-local (where
 * clouds tell their machines' secrets), carriers' NAT, and whatever carries another address within it
 * (mapped, 6to4, NAT64, Teredo) are not.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return (
    parsed.range() === 'unicast' &&
    parsed.toString() !== hostOfAzure &&
    (parsed.kind() === 'ipv4' || parsed.match(globalIPv6))
  );
}

/**
 * Why no message may be sent to a URL, as a sentence; undefined if one may as far as the URL itself
 * says. What its name leads to is looked at when it is sent, see {@link guardedLookup}.
 *
 * @param allowed - Names of hosts for development: also by http, on any port, wherever they are.
 */
export function refusalOfUrl(url: URL, allowed: readonly string[]): string | undefined {
  const host = hostOf(url);
  if (allowed.includes(host)) return undefined;
  if (url.protocol !== 'https:') return 'Must begin with https://';
  if (url.username || url.password) return 'Must not contain a name or a password';
  if (!ports.has(url.port)) return 'Must use the port 443 or 8443';
  if (
    isIP(host) ? !isPublic(host) : /^localhost$|(^|\.)(localhost|local|internal)\.?$/.test(host)
  ) {
    return 'Must be an address on the public internet';
  }
  return undefined;
}

/** The host without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/**
 * A lookup of names that gives only addresses of the public internet, and fails where a name leads also
 * elsewhere. The connection is made to the very addresses that were looked at: what the name leads to a
 * moment later does not matter (DNS rebinding).
 */
export function guardedLookup(
  allowed: readonly string[],
  lookup: typeof systemLookup = systemLookup,
): LookupFunction {
  return (hostname, options, callback) => {
    const finish = (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      if (error) return callback(error, []);
      const safe = allowed.includes(hostname) || found.every(({ address }) => isPublic(address));
      const [first] = found;
      if (!safe || !first) return callback(new AddressRefused('not public'), []);
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    };
    lookup(hostname, { ...options, all: true }, finish);
  };
}
