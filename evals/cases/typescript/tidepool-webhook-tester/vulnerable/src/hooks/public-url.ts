import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const isPublic = (address: string) => ipaddr.process(address).range() === 'unicast';

/** The address is https, with a name and not a number, and on the usual port. */
export function isHookUrl(raw: unknown): raw is string {
  if (typeof raw !== 'string' || !URL.canParse(raw)) return false;
  const url = new URL(raw);
  return url.protocol === 'https:' && !url.port && !isIP(url.hostname) && url.hostname.includes('.');
}

type Callback = (err: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Drop-in for the lookup option of sockets: fails when a name leads into a private network. */
export function publicLookup(hostname: string, options: LookupOptions, callback: Callback): void {
  lookup(hostname, { ...options, all: true }, (err, addresses) => {
    if (err) return callback(err, []);
    if (!addresses.every((a) => isPublic(a.address))) {
      return callback(new Error(`${hostname} is not public`), []);
    }
    if (options.all) return callback(null, addresses);
    callback(null, addresses[0]!.address, addresses[0]!.family);
  });
}
