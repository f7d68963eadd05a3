import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import AdmZip from 'adm-zip';
import { HttpError } from '../http/http-error';

const MAX_ENTRIES = 400;
const MAX_UNPACKED = 30 * 1024 * 1024;

export class ThemeInstaller {
  constructor(private readonly themesDir: string) {}

  /** Unpacks an uploaded theme under its numeric id and returns the file names. */
  async install(themeId: number, archive: Buffer): Promise<string[]> {
    const entries = new AdmZip(archive).getEntries().filter((e) => !e.isDirectory);
    const unpacked = entries.reduce((sum, e) => sum + e.header.size, 0);
    if (entries.length > MAX_ENTRIES || unpacked > MAX_UNPACKED) {
      throw new HttpError(413, 'This theme is too large');
    }
    if (!entries.some((e) => e.entryName === 'theme.json')) {
      throw new HttpError(422, 'theme.json is missing');
    }

    const dir = path.resolve(this.themesDir, String(themeId));
    await rm(dir, { recursive: true, force: true });

    for (const entry of entries) {
      const target = path.resolve(dir, entry.entryName);
      if (!target.startsWith(dir + path.sep)) {
        throw new HttpError(422, 'This theme contains an invalid file name');
      }
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, entry.getData());
    }
    return entries.map((e) => e.entryName);
  }
}
