import { NextResponse, type NextRequest } from 'next/server';
import { requireBoxOffice } from '@/server/session';
import { seatHeat, showExists } from '@/server/heatmap';

type Ctx = { params: Promise<{ showId: string }> };

export async function GET(req: NextRequest, { params }: Ctx) {
  const staff = await requireBoxOffice(req);
  if (!staff) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });

  const showId = Number((await params).showId);
  if (!Number.isInteger(showId) || !(await showExists(showId))) {
    return NextResponse.json({ error: 'not found' }, { status: 404 });
  }

  const halls = req.nextUrl.searchParams.getAll('hall');
  if (halls.length === 0) return NextResponse.json({ seats: [] });
  return NextResponse.json({ seats: await seatHeat(showId, halls) });
}
