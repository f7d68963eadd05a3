import { Prisma, PrismaClient } from '@prisma/client'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { courierAuth } from '../middleware/courier-auth'

interface FreeLocker {
  id: string
  depot_code: string
  size: 'S' | 'M' | 'L'
}

const prisma = new PrismaClient()
export const lockers = new Hono()

lockers.use('*', courierAuth)

lockers.get('/:id', async (c) => {
  const locker = await prisma.locker.findUnique({ where: { id: c.req.param('id') } })
  if (!locker) throw new HTTPException(404)
  return c.json(locker)
})

lockers.get('/', async (c) => {
  const codes = (c.req.query('depots') ?? '').split(',').filter(Boolean).slice(0, 20)
  if (codes.length === 0) throw new HTTPException(400, { message: 'depots is required' })
  const list = Prisma.join(codes)
  const free = await prisma.$queryRaw<FreeLocker[]>`
    SELECT l.id, l.depot_code, l.size FROM locker l
    LEFT JOIN parcel p ON p.locker_id = l.id AND p.collected_at IS NULL
    WHERE p.id IS NULL AND l.depot_code IN (${list})`
  return c.json({ free, count: free.length })
})
