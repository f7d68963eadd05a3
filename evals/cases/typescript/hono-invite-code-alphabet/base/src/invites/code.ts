import { randomBytes } from 'node:crypto';

export function inviteCode(): string {
  return randomBytes(12).toString('hex');
}
