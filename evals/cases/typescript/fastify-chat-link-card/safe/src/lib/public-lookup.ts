import dns from 'node:dns';
import { BlockList, type LookupFunction } from 'node:net';

const internal = new BlockList();
internal.addSubnet('0.0.0.0', 8);
internal.addSubnet('10.0.0.0', 8);
internal.addSubnet('100.64.0.0', 10);
internal.addSubnet('127.0.0.0', 8);
internal.addSubnet('169.254.0.0', 16);
internal.addSubnet('172.16.0.0', 12);
internal.addSubnet('192.168.0.0', 16);
internal.addSubnet('224.0.0.0', 3);

/** dns.lookup for outside hosts: IPv4 only, and only if every answer is a public address. */
export const publicLookup: LookupFunction = (hostname, _options, callback) => {
  dns.lookup(hostname, { all: true, family: 4 }, (err, answers) => {
    if (err) return callback(err, []);
    if (answers.length === 0 || answers.some(({ address }) => internal.check(address))) {
      return callback(new Error(`${hostname} is not a public host`), []);
    }
    callback(null, answers);
  });
};
