import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { readBundle } from './zip-reader';

/** Puts the frames of an uploaded bundle back into the archive folder. */
export async function restoreBundle(bundlePath: string, archiveDir: string): Promise<number> {
  const root = resolve(archiveDir);
  let restored = 0;
  for (const entry of await readBundle(bundlePath)) {
    const target = resolve(root, entry.name);
    if (!target.startsWith(root + sep)) {
      throw new Error(`Entry outside of the archive: ${entry.name}`);
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, entry.content);
    restored += 1;
  }
  return restored;
}
