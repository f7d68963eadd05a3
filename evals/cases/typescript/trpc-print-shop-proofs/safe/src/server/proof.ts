import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { env } from './env';

export interface ProofJob {
  orderId: string;
  profile: string;
  copies?: number;
}

export class ProofError extends Error {}

export async function printProof({ orderId, profile, copies = 1 }: ProofJob): Promise<void> {
  const file = join(env.PROOF_DIR, `${orderId}.pdf`);
  const args = ['-d', env.PROOF_PRINTER, '-n', String(copies), '-o', `profile=${profile}`, file];
  const child = spawn('lp', args, { stdio: 'ignore' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new ProofError(`lp ended with ${code}`);
}
