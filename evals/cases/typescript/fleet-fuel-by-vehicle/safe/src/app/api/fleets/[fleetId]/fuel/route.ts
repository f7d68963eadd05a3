import { NextRequest, NextResponse } from 'next/server';

import { auth } from '@/lib/auth';
import { fuelByVehicle, monthlyFuel } from '@/lib/fuel-report';
import { isFleetMember } from '@/lib/membership';

type Context = { params: Promise<{ fleetId: string }> };

function parseDay(value: string | null, fallback: Date): Date {
  if (!value) return fallback;
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? fallback : day;
}

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
  if (query.get('group') === 'vehicle') {
    const now = new Date();
    const rows = await fuelByVehicle(fleetId, {
      from: parseDay(query.get('from'), new Date(Date.UTC(now.getUTCFullYear(), 0, 1))),
      to: parseDay(query.get('to'), now),
      plate: query.get('plate')?.trim() || undefined,
    });
    return NextResponse.json({ rows });
  }

  const year = Number.parseInt(query.get('year') ?? '', 10) || new Date().getUTCFullYear();
  return NextResponse.json({ rows: await monthlyFuel(fleetId, year) });
}
