import { NextResponse, type NextRequest } from 'next/server';
import { z } from 'zod';
import { currentUser, type SessionUser } from '@/lib/session';
import { comments, type Comment } from '@/lib/comments';

const patchSchema = z.object({ text: z.string().trim().min(1).max(4000) });

type Context = { params: Promise<{ id: string }> };

const notFound = () => NextResponse.json({ error: 'Comment not found' }, { status: 404 });

function mayEdit(user: SessionUser, comment: Comment): boolean {
  return comment.authorId === user.id || user.moderates.includes(comment.clubId);
}

export async function PATCH(req: NextRequest, { params }: Context) {
  const user = await currentUser();
  if (!user) return NextResponse.json({ error: 'Sign in first' }, { status: 401 });

  const { id } = await params;
  const comment = await comments.byId(id);
  if (!comment) return notFound();

  if (!mayEdit(user, comment)) {
    return notFound();
  }

  const parsed = patchSchema.safeParse(await req.json().catch(() => null));
  if (!parsed.success) {
    return NextResponse.json({ error: parsed.error.flatten() }, { status: 422 });
  }

  const updated = await comments.update(id, {
    text: parsed.data.text,
    editedBy: user.id,
    editedAt: new Date(),
  });
  return NextResponse.json(updated);
}
