import { forbidden, unauthorized } from 'next/navigation';
import { auth } from '@/auth';

export async function requireAdmin() {
  const session = await auth();
  if (!session?.user) unauthorized();
  if (session.user.role !== 'admin') forbidden();
  return session.user;
}
