import { createHmac } from 'node:crypto';
import { Agent } from 'undici';
import { publicLookup } from './public-url';

export interface Hook {
  id: string;
  url: string;
  secret: string;
}

export function signature(hook: Hook, body: string): string {
  return createHmac('sha256', hook.secret).update(body).digest('hex');
}

// deliveries themselves are made by the relay, which runs in its own network; only the test is made from here
const quick = new Agent({ connect: { timeout: 3_000, lookup: publicLookup } });

export async function ping(url: string): Promise<{ ok: boolean; status: number; reply: string }> {
  const body = JSON.stringify({ type: 'ping', at: new Date().toISOString() });
  const res = await fetch(url, {
    redirect: 'error',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    dispatcher: quick,
    signal: AbortSignal.timeout(5_000),
  } as RequestInit);
  return { ok: res.ok, status: res.status, reply: (await res.text()).slice(0, 2_000) };
}
