const HANDLE = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const MAX_LENGTH = 40;
const RESERVED = new Set(['admin', 'api', 'app', 'help', 'www', 'status']);

export type HandleProblem = 'missing' | 'format' | 'reserved';

export class HandleError extends Error {
  constructor(readonly problem: HandleProblem) {
    super(`handle: ${problem}`);
  }
}

/** The handle as it is stored, or a HandleError. */
export function parseHandle(input: unknown): string {
  if (typeof input !== 'string' || input.trim() === '') {
    throw new HandleError('missing');
  }
  const handle = input.trim().toLowerCase();
  if (handle.length > MAX_LENGTH || !HANDLE.test(handle)) {
    throw new HandleError('format');
  }
  if (RESERVED.has(handle)) {
    throw new HandleError('reserved');
  }
  return handle;
}

export const suggestion = (name: string): string =>
  name
    .slice(0, 60)
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter(Boolean)
    .join('-')
    .slice(0, 30);
