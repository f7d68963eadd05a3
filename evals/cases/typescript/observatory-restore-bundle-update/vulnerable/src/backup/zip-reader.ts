import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as yauzl from 'yauzl';

// names of old bundles are in code page 437, so they are decoded here
const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: true };
const MAX_ENTRY = 64 * 1024 * 1024;

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

export async function* entriesOf(path: string): AsyncGenerator<{ name: string; stream: Readable }> {
  const zip = await open(path, OPTIONS);
  const openStream = promisify(zip.openReadStream.bind(zip)) as (e: yauzl.Entry) => Promise<Readable>;
  for (;;) {
    const next = new Promise<yauzl.Entry | null>((done, fail) => {
      zip.once('entry', done).once('end', () => done(null)).once('error', fail);
    });
    zip.readEntry();
    const entry = await next;
    if (!entry) return;
    const name = (entry.fileName as unknown as Buffer).toString('latin1');
    if (name.endsWith('/')) continue;
    if (entry.uncompressedSize > MAX_ENTRY) throw new Error('Entry too large');
    yield { name, stream: await openStream(entry) };
  }
}
