import { z } from 'zod';
import type { Progress } from './room';

const MAX_LENGTH = 4096;

const Ticket = z.object({
  round: z.number().int().min(0),
  answered: z.array(z.string()),
  team: z.string().max(40),
});

export const writeTicket = (progress: Progress): string =>
  Buffer.from(JSON.stringify(progress)).toString('base64url');

export function readTicket(ticket: string): Progress | undefined {
  if (typeof ticket !== 'string' || ticket.length > MAX_LENGTH) return undefined;
  try {
    return Ticket.parse(JSON.parse(Buffer.from(ticket, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
