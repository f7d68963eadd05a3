import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 500;

export async function unpack(bundle: Readable, destination: string): Promise<void> {
  const extract = tar.extract();
  const feeding = pipeline(bundle, createGunzip(), extract);
  feeding.catch(() => undefined); // the loop below throws it as well
  let bytes = 0;
  let files = 0;

  for await (const entry of extract) {
    const { header } = entry;
    bytes += header.size ?? 0;
    if (bytes > MAX_BYTES || ++files > MAX_FILES) {
      throw new Error('The theme is too large');
    }
    if (header.type !== 'file') {
      entry.resume();
      continue;
    }
    const target = resolve(destination, header.name);
    if (!target.startsWith(resolve(destination) + sep)) {
      throw new Error(`Unexpected entry in the theme: ${JSON.stringify(header.name)}`);
    }
    await mkdir(dirname(target), { recursive: true });
    await pipeline(entry, createWriteStream(target));
  }
  await feeding;
}
