import { lookup } from 'node:dns/promises';
import https from 'node:https';
import ipaddr from 'ipaddr.js';

/** An agent bound to the address we looked at, so that a second DNS answer changes nothing. */
export async function publicAgent(raw: string): Promise<https.Agent> {
  const url = new URL(raw);
  if (url.protocol !== 'https:') throw new Error('webhook urls need https');
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''));
  if (ipaddr.process(found.address).range() !== 'unicast') throw new Error('webhook url is not public');
  if (ipaddr.isValid(url.hostname)) throw new Error('webhook urls need a host name');
  return new https.Agent({
    lookup: (_host, options, done) =>
      options.all ? done(null, [found]) : done(null, found.address, found.family),
  });
}
