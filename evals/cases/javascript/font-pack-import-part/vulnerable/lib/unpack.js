import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';

const MAX_BYTES = 10 * 1024 * 1024;
const WANTED = /\.(woff2?|otf|ttf|txt)$/i;

/**
 * Writes the fonts and licence texts of a pack below `folder`.
 * Directories and links in the archive are left out, and so is what is too large for a font.
 */
export async function unpack(source, folder) {
  const extract = tar.extract();
  const reading = pipeline(source, createGunzip(), extract);
  const written = [];

  for await (const entry of extract) {
    const { name, type, size } = entry.header;
    if (type !== 'file' || size > MAX_BYTES || !WANTED.test(name)) {
      entry.resume();
      continue;
    }
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(entry, createWriteStream(target));
    written.push(name);
  }

  await reading;
  return written;
}
