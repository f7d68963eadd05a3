import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sh } from '../lib/process';
import type { Thesis } from './thesis';

export class ThesisExporter {
  async export(thesis: Thesis, format = 'pdf'): Promise<Buffer> {
    const dir = await mkdtemp(join(tmpdir(), 'thesis-'));
    try {
      const source = join(dir, 'thesis.md');
      await writeFile(source, thesis.markdown, 'utf8');
      const target = join(dir, 'out');
      await sh(`pandoc ${source} --sandbox --to=${format} --output=${target}`);
      return await readFile(target);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}
