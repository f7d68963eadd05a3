import { NextRequest, NextResponse } from 'next/server';

import { requireStaff } from '@/server/auth';
import { shipmentReport } from '@/server/reports/shipments';

export async function GET(request: NextRequest) {
  const staff = await requireStaff(request);
  if (!staff) {
    return NextResponse.json({ error: 'forbidden' }, { status: 403 });
  }

  const { searchParams } = request.nextUrl;
  const from = new Date(searchParams.get('from') ?? '');
  const to = new Date(searchParams.get('to') ?? '');
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) {
    return NextResponse.json({ error: 'bad_range' }, { status: 400 });
  }

  const rows = await shipmentReport(staff.warehouseId, from, to, {
    column: searchParams.get('sort') ?? 'shipped_at',
    direction: searchParams.get('dir') ?? 'desc',
  });
  return NextResponse.json({ rows });
}
