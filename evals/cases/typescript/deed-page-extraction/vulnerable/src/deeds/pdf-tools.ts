import { exec, execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(exec);
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

/** `range` is in qpdf's notation: 1-3,7,z */
export async function extract(file: string, range: string): Promise<string> {
  const out = join(tmpdir(), `${randomUUID()}.pdf`);
  await run(`qpdf ${file} --pages . ${range} -- ${out}`, { timeout: 30_000 });
  return out;
}
