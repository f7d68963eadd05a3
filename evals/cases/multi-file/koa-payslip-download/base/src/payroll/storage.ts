import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { config } from '../config';

const root = config.payslipFolder;
const PAYSLIP = /^\d{4}-\d{2}\.pdf$/;

/** The names of somebody's payslips, newest first. */
export async function listPayslips(employeeId: number): Promise<string[]> {
  const names = await readdir(join(root, String(employeeId)));
  return names.filter((name) => PAYSLIP.test(name)).sort().reverse();
}
