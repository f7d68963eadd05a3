import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import AdmZip from 'adm-zip';

const MAX_ENTRIES = 2_000;
const MAX_BYTES = 500 * 1024 * 1024;

/** Writes the package to `folder`, answers with the path of its manifest. */
export async function unpackCourse(file, folder) {
  const entries = new AdmZip(file).getEntries().filter((e) => !e.isDirectory);
  const size = entries.reduce((sum, e) => sum + e.header.size, 0);
  if (entries.length > MAX_ENTRIES || size > MAX_BYTES) {
    throw new RangeError('package is too large');
  }

  let manifest = null;
  for (const entry of entries) {
    const target = join(folder, entry.entryName);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, entry.getData());
    if (entry.entryName.endsWith('imsmanifest.xml')) manifest ??= target;
  }
  return manifest;
}
