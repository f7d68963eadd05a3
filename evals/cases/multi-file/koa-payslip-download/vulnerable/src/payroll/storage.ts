import { createReadStream, type ReadStream } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { config } from '../config';

const root = config.payslipFolder;
const PAYSLIP = /^\d{4}-\d{2}\.pdf$/;

/** The names of somebody's payslips, newest first. */
export async function listPayslips(employeeId: number): Promise<string[]> {
  const names = await readdir(join(root, String(employeeId)));
  return names.filter((name) => PAYSLIP.test(name)).sort().reverse();
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** One payslip, or nothing if there is none of this name. */
export async function openPayslip(employeeId: number, name: string): Promise<ReadStream | null> {
  const path = join(root, String(employeeId), name);
  if (!(await exists(path))) {
    return null;
  }
  return createReadStream(path);
}
