import { Hono } from 'hono'
import type { Pool } from 'pg'
import { requireOfficer, type OfficerEnv } from '../auth/officer'
import { toWhere } from './filter'

export function permitRoutes(pool: Pool) {
  const app = new Hono<OfficerEnv>()
  app.use('*', requireOfficer)

  app.get('/', async (c) => {
    const where = toWhere(c.get('officer').councilId, {
      zone: c.req.query('zone'),
      validOn: c.req.query('validOn'),
    })
    const { rows } = await pool.query(
      `SELECT p.id, p.plate, p.zone, p.valid_from, p.valid_to
         FROM permits p
        WHERE ${where.text}
        ORDER BY p.valid_to DESC
        LIMIT 100`,
      where.values,
    )
    return c.json({ permits: rows })
  })

  return app
}
