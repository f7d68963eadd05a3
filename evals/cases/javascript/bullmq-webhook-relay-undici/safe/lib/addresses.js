import { BlockList, isIP } from 'node:net';

const internal = new BlockList();
internal.addSubnet('0.0.0.0', 8);
internal.addSubnet('10.0.0.0', 8);
internal.addSubnet('100.64.0.0', 10);
internal.addSubnet('127.0.0.0', 8);
internal.addSubnet('169.254.0.0', 16);
internal.addSubnet('172.16.0.0', 12);
internal.addSubnet('192.168.0.0', 16);
internal.addSubnet('::', 96, 'ipv6');
internal.addSubnet('::ffff:0:0', 96, 'ipv6');
internal.addSubnet('fc00::', 7, 'ipv6');
internal.addSubnet('fe80::', 10, 'ipv6');

export function isInternal(address) {
  const family = isIP(address);
  if (family === 0) return false;
  return internal.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
