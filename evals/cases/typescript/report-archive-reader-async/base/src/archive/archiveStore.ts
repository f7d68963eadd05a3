import fs from 'node:fs';
import path from 'node:path';

export class ReportNotFound extends Error {}

export class ArchiveStore {
  private readonly root: string;

  constructor(root: string) {
    this.root = fs.realpathSync(root);
  }

  list(): string[] {
    return fs.readdirSync(this.root).filter((name) => name.endsWith('.html'));
  }

  read(name: string): Buffer {
    const file = path.resolve(this.root, name);
    if (!file.startsWith(this.root + path.sep)) throw new ReportNotFound(name);
    if (!fs.existsSync(file)) throw new ReportNotFound(name);
    return fs.readFileSync(file);
  }
}
