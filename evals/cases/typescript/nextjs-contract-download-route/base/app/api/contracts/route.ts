import { NextResponse } from 'next/server';

import { auth } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

export async function GET() {
  const session = await auth();
  if (!session?.user) {
    return NextResponse.json({ error: 'unauthenticated' }, { status: 401 });
  }

  const contracts = await prisma.contract.findMany({
    where: { organisationId: session.user.organisationId },
    select: { id: true, number: true, title: true, status: true, signedAt: true },
    orderBy: { signedAt: 'desc' },
    take: 100,
  });
  return NextResponse.json({ contracts });
}
