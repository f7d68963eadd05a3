import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { entriesOf } from './zip-reader';

/** Puts the frames of an uploaded bundle back into the archive folder. */
export async function restoreBundle(bundlePath: string, archiveDir: string): Promise<number> {
  const root = resolve(archiveDir);
  let restored = 0;
  for await (const { name, stream } of entriesOf(bundlePath)) {
    const target = resolve(root, name);
    if (!target.startsWith(root + sep)) {
      throw new Error(`Entry outside of the archive: ${name}`);
    }
    await mkdir(dirname(target), { recursive: true });
    await pipeline(stream, createWriteStream(target));
    restored += 1;
  }
  return restored;
}
