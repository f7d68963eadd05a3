import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

export async function pageCount(file: string): Promise<number> {
  const { stdout } = await runFile('qpdf', ['--show-npages', file], { timeout: 10_000 });
  return Number(stdout.trim());
}

export async function rotate(file: string, degrees: 90 | 180 | 270): Promise<string> {
  const out = join(tmpdir(), `${randomUUID()}.pdf`);
  await runFile('qpdf', [file, `--rotate=+${degrees}`, out], { timeout: 30_000 });
  return out;
}
