import { redirect } from 'next/navigation';

import { readSession, type Member } from './session';

export async function requireMember(): Promise<Member> {
  const session = await readSession();
  if (!session) redirect('/sign-in');
  return session.member;
}

export async function requireManager(): Promise<Member> {
  const member = await requireMember();
  if (member.role !== 'manager') {
    throw new Error('Only managers of the garden may do this');
  }
  return member;
}
