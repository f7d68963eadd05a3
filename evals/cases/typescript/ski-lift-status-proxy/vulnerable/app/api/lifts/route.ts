import { NextResponse, type NextRequest } from 'next/server';
import { getPatrolSession } from '@/lib/session';
import { liftToken } from '@/lib/lift-token';

interface UpstreamLift {
  liftId: string;
  label: string;
  state: 'OPEN' | 'HOLD' | 'CLOSED';
  windKmh: number;
}

const toLift = ({ liftId, label, state, windKmh }: UpstreamLift) => ({ id: liftId, label, state, windKmh });

export async function GET(request: NextRequest) {
  if (!(await getPatrolSession())) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }

  const region = request.nextUrl.searchParams.get('region') ?? 'north';
  const base = `https://${region}.lifts.snowops.net`;

  const upstream = await fetch(`${base}/v2/status`, {
    headers: { authorization: `Bearer ${await liftToken()}` },
    redirect: 'error',
    cache: 'no-store',
  });
  if (!upstream.ok) {
    return NextResponse.json({ error: 'upstream' }, { status: 502 });
  }
  const lifts: UpstreamLift[] = await upstream.json();
  return NextResponse.json(lifts.map(toLift));
}
