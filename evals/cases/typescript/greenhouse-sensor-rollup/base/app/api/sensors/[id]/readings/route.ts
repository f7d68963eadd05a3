import { NextResponse, type NextRequest } from 'next/server';

import { auth } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

export const dynamic = 'force-dynamic';

type Bucket = { at: Date; low: number; high: number; mean: number };

type Params = { params: Promise<{ id: string }> };

async function findSensor(id: string, growerId: string) {
  return prisma.sensor.findFirst({
    where: { id, greenhouse: { growerId } },
    select: { id: true, unit: true, label: true },
  });
}

export async function GET(request: NextRequest, { params }: Params) {
  const session = await auth();
  if (!session?.user) {
    return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  }

  const { id } = await params;
  const sensor = await findSensor(id, session.user.id);
  if (!sensor) {
    return NextResponse.json({ error: 'No such sensor' }, { status: 404 });
  }

  const since = new Date(Date.now() - 7 * 86_400_000);
  const buckets = await prisma.$queryRaw<Bucket[]>`
    SELECT date_trunc('hour', taken_at) AS at,
           min(value) AS low, max(value) AS high, avg(value) AS mean
      FROM reading
     WHERE sensor_id = ${sensor.id} AND taken_at >= ${since}
     GROUP BY 1
     ORDER BY 1`;

  return NextResponse.json({ sensor, since, buckets });
}
