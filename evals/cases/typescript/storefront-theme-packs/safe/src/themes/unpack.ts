import AdmZip from 'adm-zip';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const MAX_FILES = 300;
const MAX_BYTES = 20 * 1024 * 1024;
const EXTENSIONS = new Set(['.css', '.json', '.png', '.woff2']);

export class ThemePackError extends Error {}

function filesIn(zip: AdmZip) {
  const entries = zip.getEntries().filter((entry) => !entry.isDirectory);
  const total = entries.reduce((sum, entry) => sum + entry.header.size, 0);
  if (entries.length > MAX_FILES || total > MAX_BYTES) {
    throw new ThemePackError('The pack is too large');
  }
  return entries;
}

/** Unpacks a theme and returns the names of the files that it brought along. */
export async function unpackTheme(archive: Buffer, directory: string): Promise<string[]> {
  const written: string[] = [];
  const root = path.resolve(directory) + path.sep;

  for (const entry of filesIn(new AdmZip(archive))) {
    if (!EXTENSIONS.has(path.extname(entry.entryName).toLowerCase())) {
      continue; // README, LICENSE, .DS_Store ...
    }
    const target = path.resolve(root, entry.entryName);
    if (!target.startsWith(root)) {
      throw new ThemePackError(`Unexpected file ${entry.entryName}`);
    }
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, entry.getData());
    written.push(entry.entryName);
  }
  return written;
}
