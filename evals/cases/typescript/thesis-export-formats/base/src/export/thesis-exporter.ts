import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../lib/process';
import type { Thesis } from './thesis';

export class ThesisExporter {
  async export(thesis: Thesis): Promise<Buffer> {
    const dir = await mkdtemp(join(tmpdir(), 'thesis-'));
    try {
      const source = join(dir, 'thesis.md');
      await writeFile(source, thesis.markdown, 'utf8');
      const target = join(dir, 'out.pdf');
      await program('pandoc', source, '--sandbox', '--to=pdf', `--output=${target}`);
      return await readFile(target);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}
