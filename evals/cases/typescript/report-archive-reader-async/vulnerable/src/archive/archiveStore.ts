import fs from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export class ReportNotFound extends Error {}

export class ArchiveStore {
  private readonly root: string;

  constructor(root: string) {
    this.root = fs.realpathSync(root);
  }

  async list(): Promise<string[]> {
    const names = await readdir(this.root);
    return names.filter((name) => name.endsWith('.html'));
  }

  async read(name: string): Promise<Buffer> {
    const location = path.join(this.root, name);
    try {
      return await readFile(location);
    } catch (err) {
      if ((err as NodeJS.ErrnoException).code === 'ENOENT') throw new ReportNotFound(name);
      throw err;
    }
  }
}
