import { NextRequest, NextResponse } from 'next/server';

import { auth } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
import { objectStream } from '@/lib/storage';

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: NextRequest, { params }: Context) {
  const session = await auth();
  if (!session?.user) {
    return NextResponse.json({ error: 'unauthenticated' }, { status: 401 });
  }

  const { id } = await params;
  const contract = await prisma.contract.findFirst({
    where: { id, organisationId: session.user.organisationId },
  });
  if (!contract || contract.status !== 'SIGNED') {
    return NextResponse.json({ error: 'not_found' }, { status: 404 });
  }

  const body = await objectStream(contract.storageKey);
  return new NextResponse(body, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="contract-${contract.number}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
