import { BadRequestException } from '@nestjs/common';

const PARTNER_HOSTS = new Set(
  (process.env.PARTNER_HOSTS ?? '').split(',').map((host) => host.trim()).filter(Boolean),
);

export function assertPartnerUrl(value: string): void {
  const { protocol, hostname, port } = new URL(value);
  if (protocol !== 'https:' || port !== '' || !PARTNER_HOSTS.has(hostname)) {
    throw new BadRequestException('This host is not on your contract.');
  }
}
