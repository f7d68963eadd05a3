import Router from '@koa/router'
import { signedIn } from '../middleware/signed-in.js'
import { pool } from '../lib/pool.js'

export const moorings = new Router({ prefix: '/moorings' })

moorings.use(signedIn)

moorings.get('/', async ctx => {
  const { rows } = await pool.query('SELECT id, pier, length_m FROM moorings ORDER BY pier')
  ctx.body = rows
})

moorings.post('/:id/reservations', async ctx => {
  const { from, until } = ctx.request.body ?? {}
  ctx.assert(from && until, 400, 'from and until are needed')
  const { rows } = await pool.query(
    'INSERT INTO reservations (mooring_id, boater_id, during) VALUES ($1, $2, daterange($3, $4)) RETURNING id',
    [ctx.params.id, ctx.state.boater.id, from, until]
  )
  ctx.status = 201
  ctx.body = rows[0]
})
