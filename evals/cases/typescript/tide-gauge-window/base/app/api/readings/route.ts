import { NextResponse, type NextRequest } from 'next/server'
import { prisma } from '@/lib/prisma'
import { getSession } from '@/lib/session'

interface Reading {
  bucket: Date
  mean_cm: number
  max_cm: number
}

const MAX_DAYS = 31

export async function GET(req: NextRequest) {
  const session = await getSession()
  if (!session) {
    return NextResponse.json({ error: 'unauthorised' }, { status: 401 })
  }

  const params = req.nextUrl.searchParams
  const days = Math.min(Math.max(Number.parseInt(params.get('days') ?? '7', 10) || 7, 1), MAX_DAYS)
  const since = new Date(Date.now() - days * 86_400_000)

  const readings = await prisma.$queryRaw<Reading[]>`
    SELECT date_trunc('hour', r.taken_at) AS bucket,
           avg(r.level_cm)::float AS mean_cm,
           max(r.level_cm)::float AS max_cm
      FROM gauge_reading r
     WHERE r.network_id = ${session.networkId}
       AND r.taken_at >= ${since}
     GROUP BY 1
     ORDER BY 1`

  return NextResponse.json({ days, readings })
}
