import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { prisma } from '@/lib/prisma';

/** A response to send when the caller may not edit the playlist, and null when it may. */
export async function requireEditor(playlistId: string): Promise<NextResponse | null> {
  const session = await auth();
  if (!session?.user?.id) {
    return NextResponse.json({ error: 'sign in first' }, { status: 401 });
  }
  const editors = await prisma.playlistEditor.count({
    where: { playlistId, userId: session.user.id },
  });
  return editors > 0 ? null : NextResponse.json({ error: 'not an editor' }, { status: 403 });
}
