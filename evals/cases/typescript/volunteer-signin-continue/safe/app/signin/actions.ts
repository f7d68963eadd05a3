'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { checkCredentials, startSession } from '@/lib/auth';
import { signinLimiter } from '@/lib/limits';
import { continueTo } from '@/lib/continue-to';

const form = z.object({
  email: z.string().email(),
  password: z.string().min(1),
  continue: z.string().optional(),
});

export type SigninState = { error?: string };

export async function signin(_previous: SigninState, data: FormData): Promise<SigninState> {
  const parsed = form.safeParse(Object.fromEntries(data));
  if (!parsed.success) {
    return { error: 'Please fill in both fields' };
  }
  if (!(await signinLimiter.take(parsed.data.email))) {
    return { error: 'Too many attempts, try again later' };
  }
  const volunteer = await checkCredentials(parsed.data.email, parsed.data.password);
  if (!volunteer) {
    return { error: 'Wrong email or password' };
  }
  await startSession(volunteer.id);
  redirect(continueTo(parsed.data.continue));
}
