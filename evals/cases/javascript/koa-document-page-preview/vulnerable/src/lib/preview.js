import { randomUUID } from 'node:crypto';
import { exec } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(exec);
const TIMEOUT_MS = 15_000;

/** Renders one page of a stored PDF and returns the PNG. */
export async function renderPage(file, { page, width }) {
  const target = path.join(tmpdir(), `preview-${randomUUID()}`);
  try {
    await run(`pdftoppm -png -singlefile -f ${page} -l ${page} -scale-to ${width} "${file}" "${target}"`, {
      timeout: TIMEOUT_MS,
    });
    return await readFile(`${target}.png`);
  } finally {
    await rm(`${target}.png`, { force: true });
  }
}
