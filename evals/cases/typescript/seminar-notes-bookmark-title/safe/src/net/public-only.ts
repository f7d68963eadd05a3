import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';

const isPublic = (address: string): boolean => ipaddr.process(address).range() === 'unicast';

const connect = buildConnector({
  lookup: (host, options, done) => {
    lookup(host, { ...options, all: true }, (err, found) => {
      const bad = err ?? (found.every((a) => isPublic(a.address)) ? null : new Error(`${host} is not public`));
      if (options.all) return done(bad, found);
      return done(bad, found?.[0]?.address ?? '', found?.[0]?.family);
    });
  },
});

/** Connects to public addresses only, whatever the name resolves to. */
export const publicOnly = new Agent({
  connect: (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // a literal address is never looked up
    if (isIP(host) && !isPublic(host)) return done(new Error(`${host} is not public`), null);
    return connect(options, done);
  },
});
