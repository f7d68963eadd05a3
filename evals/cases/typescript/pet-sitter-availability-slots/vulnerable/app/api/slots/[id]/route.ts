import { and, eq } from 'drizzle-orm';
import { NextResponse } from 'next/server';
import { z } from 'zod';
import { auth } from '@/auth';
import { db } from '@/db';
import { slots } from '@/db/schema';

type Context = { params: Promise<{ id: string }> };

const Id = z.string().uuid();
const Change = z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() });

export async function GET(_request: Request, { params }: Context) {
  const session = await auth();
  if (!session?.user) return NextResponse.json(null, { status: 401 });

  const id = Id.safeParse((await params).id);
  if (!id.success) return NextResponse.json(null, { status: 404 });
  const [slot] = await db
    .select()
    .from(slots)
    .where(and(eq(slots.id, id.data), eq(slots.sitterId, session.user.id)));
  return slot ? NextResponse.json(slot) : NextResponse.json(null, { status: 404 });
}

export async function PUT(request: Request, { params }: Context) {
  const session = await auth();
  if (!session?.user) return NextResponse.json(null, { status: 401 });

  const id = Id.safeParse((await params).id);
  const change = Change.safeParse(await request.json().catch(() => null));
  if (!id.success || !change.success) return NextResponse.json(null, { status: 400 });
  await db
    .update(slots)
    .set(change.data)
    .where(and(eq(slots.id, id.data), eq(slots.sitterId, session.user.id)));
  return new NextResponse(null, { status: 204 });
}

export async function DELETE(_request: Request, { params }: Context) {
  const id = Id.safeParse((await params).id);
  if (!id.success) return NextResponse.json(null, { status: 404 });
  await db.delete(slots).where(eq(slots.id, id.data));
  return new NextResponse(null, { status: 204 });
}
