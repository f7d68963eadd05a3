import { stat } from 'node:fs/promises';
import path from 'node:path';

const MIRRORS = process.env.MIRROR_DIR ?? '/srv/mirrors';

const repositories = new Map<string, string>([
  ['shop', 'shop.git'],
  ['checkout', 'checkout.git'],
  ['design-tokens', 'design-tokens.git'],
]);

export interface MirrorInfo {
  name: string;
  refreshedAt: Date | null;
}

export function names(): string[] {
  return [...repositories.keys()].sort();
}

/** FETCH_HEAD is touched by every run of the mirror job. */
export async function mirrorInfo(name: string): Promise<MirrorInfo> {
  const directory = directoryOf(name);
  const stats = directory && (await stat(path.join(directory, 'FETCH_HEAD')).catch(() => undefined));
  return { name, refreshedAt: stats ? stats.mtime : null };
}

/** Where the mirror of a repository lies; undefined if we do not mirror it. */
export function directoryOf(name: string): string | undefined {
  const folder = repositories.get(name);
  return folder && path.join(MIRRORS, folder);
}
