import { type NextRequest, NextResponse } from 'next/server';
import { tides } from '@/lib/tides';

export async function GET(request: NextRequest) {
  const query = request.nextUrl.searchParams;
  const station = Number(query.get('station'));
  if (!Number.isInteger(station) || station <= 0) {
    return NextResponse.json({ error: 'station is missing' }, { status: 400 });
  }
  try {
    return NextResponse.json(await tides(station, query.get('region') ?? undefined));
  } catch (err) {
    console.error('tides', station, err);
    return NextResponse.json({ error: 'no tides right now' }, { status: 502 });
  }
}
