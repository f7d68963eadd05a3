'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { verifyCredentials } from '@/lib/accounts';
import { throttle } from '@/lib/throttle';
import { startSession } from '@/lib/session';

const credentials = z.object({
  email: z.string().email().max(254),
  password: z.string().min(1).max(200),
});

export interface LoginState {
  error?: string;
}

const SITE = 'https://portal.invalid';

function onSite(next: string): string {
  const url = URL.canParse(next, SITE) ? new URL(next, SITE) : new URL(SITE);
  const path = url.origin === SITE ? url.pathname + url.search : '/';
  return path.startsWith('//') ? '/' : path;
}

export async function login(_previous: LoginState, form: FormData): Promise<LoginState> {
  const parsed = credentials.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { error: 'Enter your e-mail address and password.' };

  const { email, password } = parsed.data;
  if (!(await throttle('login', email))) return { error: 'Too many attempts. Try again later.' };

  const account = await verifyCredentials(email, password);
  if (!account) return { error: 'E-mail address or password is wrong.' };

  await startSession(account.id);
  const target = onSite(String(form.get('next') || '/dashboard'));
  redirect(target);
}
