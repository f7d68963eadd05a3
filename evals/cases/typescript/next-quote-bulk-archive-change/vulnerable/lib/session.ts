import 'server-only'
import { redirect } from 'next/navigation'
import { auth } from '@/auth'

export interface Member {
  userId: string
  orgId: string
}

/** The signed-in member; sends visitors to the login page. */
export async function requireMember(): Promise<Member> {
  const session = await auth()
  if (!session?.user?.id || !session.user.orgId) redirect('/login')
  return { userId: session.user.id, orgId: session.user.orgId }
}
