import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const MAX_ENTRIES = 200;
const MAX_BYTES = 200 * 1024 * 1024;

/** Writes the plain files of a .tar.gz below dir and answers with their paths. */
export async function unpack(archive: Readable, dir: string): Promise<string[]> {
  const written: string[] = [];
  let bytes = 0;

  const tar = extract();
  const feeding = pipeline(archive, createGunzip(), tar);

  for await (const entry of tar) {
    const { header } = entry;
    if (header.type !== 'file') {
      entry.resume();
      continue;
    }
    bytes += header.size ?? 0;
    if (written.length >= MAX_ENTRIES || bytes > MAX_BYTES) {
      throw new Error('archive is too large');
    }

    const target = resolve(dir, header.name);
    if (!target.startsWith(resolve(dir) + sep)) {
      entry.resume();
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await pipeline(entry, createWriteStream(target));
    written.push(target);
  }

  await feeding;
  return written;
}
