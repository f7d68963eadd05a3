import { randomUUID } from 'node:crypto';

/** Whoever has the key may hand in answers for the team. */
export function newTeamKey(): string {
  return randomUUID();
}

export function tidyTeamKey(typed: string): string {
  return typed.trim().toLowerCase();
}
