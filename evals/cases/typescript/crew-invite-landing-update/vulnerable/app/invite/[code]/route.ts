import { NextResponse, type NextRequest } from 'next/server';
import { auth } from '@/auth';
import { acceptInvite, findInvite } from '@/lib/invites';

interface Context {
  params: Promise<{ code: string }>;
}

export async function GET(request: NextRequest, { params }: Context) {
  const { code } = await params;
  const session = await auth();

  if (!session?.user?.id) {
    const signIn = new URL('/sign-in', request.nextUrl.origin);
    signIn.searchParams.set('invite', code);
    return NextResponse.redirect(signIn);
  }

  const invite = await findInvite(code);
  if (!invite || invite.expiresAt < new Date() || invite.email !== session.user.email) {
    return NextResponse.redirect(new URL('/invite/expired', request.nextUrl.origin));
  }

  await acceptInvite(invite, session.user.id);
  // the mail of a shared logbook brings its page along
  const next = request.nextUrl.searchParams.get('next');
  const target = new URL(next ?? '/boats', request.nextUrl.origin);
  return NextResponse.redirect(target);
}
