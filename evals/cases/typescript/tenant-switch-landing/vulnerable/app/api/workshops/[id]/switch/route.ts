import { NextResponse, type NextRequest } from 'next/server'
import { currentMechanic } from '@/lib/auth'
import { workshopsOf } from '@/lib/workshops'

type Params = { params: Promise<{ id: string }> }

export async function GET(req: NextRequest, { params }: Params) {
  const { id } = await params
  const mechanic = await currentMechanic()
  if (!mechanic) {
    return NextResponse.redirect(new URL('/login', req.nextUrl.origin))
  }

  const workshops = await workshopsOf(mechanic.id)
  const workshop = workshops.find((w) => w.id === id)
  if (!workshop) {
    return NextResponse.json({ error: 'not found' }, { status: 404 })
  }

  const wanted = req.nextUrl.searchParams.get('next') ?? workshop.landingPage
  const target = new URL(wanted, req.nextUrl.origin)
  // the page shows a banner with the name of the workshop
  target.searchParams.set('switched', '1')

  const res = NextResponse.redirect(target, 303)
  res.cookies.set('workshop', workshop.id, { httpOnly: true, sameSite: 'lax', secure: true, path: '/' })
  return res
}
