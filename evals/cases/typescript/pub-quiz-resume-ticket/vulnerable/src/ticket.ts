import { serialize, unserialize } from 'node-serialize';
import type { Progress } from './room';

const MAX_LENGTH = 4096;

export const writeTicket = (progress: Progress): string =>
  Buffer.from(serialize(progress)).toString('base64url');

export function readTicket(ticket: string): Progress | undefined {
  if (typeof ticket !== 'string' || ticket.length > MAX_LENGTH) return undefined;
  try {
    const { round, answered, team } = unserialize(Buffer.from(ticket, 'base64url').toString('utf8'));
    return { round: Number(round), answered: Array.from(answered, String), team: String(team).slice(0, 40) };
  } catch {
    return undefined;
  }
}
