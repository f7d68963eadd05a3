import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type RequestInit, type Response } from 'undici';

const isPublic = (address: string) => ipaddr.parse(address).range() === 'unicast';

const lookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (err, found) => {
    if (err) return callback(err, '', 0);
    if (found.length === 0 || !found.every((entry) => isPublic(entry.address))) {
      return callback(new Error(`${hostname} is not a public host`), '', 0);
    }
    return options.all ? callback(null, found) : callback(null, found[0].address, found[0].family);
  });
};

const agent = new Agent({ connect: { lookup } });

/** fetch for addresses that customers entered: public host names only, no redirects. */
export async function publicFetch(address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address);
  if (url.protocol !== 'https:' || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) {
    throw new Error('Webhooks need an https address with a host name');
  }
  return fetch(url, { ...init, dispatcher: agent, redirect: 'error' });
}
