import { cookies } from 'next/headers';
import { sessions } from './stores';

export interface SessionUser {
  id: string;
  name: string;
  /** Ids of the clubs in which the user is a moderator. */
  moderates: string[];
}

export async function currentUser(): Promise<SessionUser | null> {
  const sid = (await cookies()).get('sid')?.value;
  return sid ? sessions.userOf(sid) : null;
}
