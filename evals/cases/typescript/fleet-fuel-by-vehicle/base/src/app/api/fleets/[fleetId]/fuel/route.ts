import { NextRequest, NextResponse } from 'next/server';

import { auth } from '@/lib/auth';
import { monthlyFuel } from '@/lib/fuel-report';
import { isFleetMember } from '@/lib/membership';

type Context = { params: Promise<{ fleetId: string }> };

export async function GET(request: NextRequest, { params }: Context) {
  const session = await auth();
  if (!session) {
    return NextResponse.json({ error: 'Not signed in' }, { status: 401 });
  }

  const { fleetId } = await params;
  if (!(await isFleetMember(session.user.id, fleetId))) {
    return NextResponse.json({ error: 'No such fleet' }, { status: 404 });
  }

  const query = request.nextUrl.searchParams;

  const year = Number.parseInt(query.get('year') ?? '', 10) || new Date().getUTCFullYear();
  return NextResponse.json({ rows: await monthlyFuel(fleetId, year) });
}
