import { NextRequest, NextResponse } from 'next/server';
import { auth } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

interface ActivityRow {
  id: string;
  kind: string;
  actor: string;
  happened_at: Date;
}

export async function GET(req: NextRequest) {
  const session = await auth();
  if (!session) return NextResponse.json({ error: 'unauthenticated' }, { status: 401 });

  const before = new Date(req.nextUrl.searchParams.get('before') ?? Date.now());
  if (Number.isNaN(before.getTime())) {
    return NextResponse.json({ error: 'bad date' }, { status: 400 });
  }

  const rows = await prisma.$queryRaw<ActivityRow[]>`
    SELECT e.id, e.kind, u.name AS actor, e.happened_at
    FROM events e JOIN users u ON u.id = e.actor_id
    WHERE e.org_id = ${session.orgId} AND e.happened_at < ${before}
    ORDER BY e.happened_at DESC
    LIMIT 50`;

  return NextResponse.json({ items: rows });
}
