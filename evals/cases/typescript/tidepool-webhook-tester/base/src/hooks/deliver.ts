import { createHmac } from 'node:crypto';

export interface Hook {
  id: string;
  url: string;
  secret: string;
}

export function signature(hook: Hook, body: string): string {
  return createHmac('sha256', hook.secret).update(body).digest('hex');
}

// deliveries themselves are made by the relay, which runs in its own network
