'use strict'

const MAX_ROWS = 5000

const querySchema = {
  type: 'object',
  properties: {
    from: { type: 'string', format: 'date-time' },
    to: { type: 'string', format: 'date-time' },
  },
  required: ['from', 'to'],
  additionalProperties: false
}

module.exports = async function telemetry (app) {
  app.addHook('onRequest', app.authenticate)

  app.get('/telemetry', { schema: { querystring: querySchema } }, async (request) => {
    const { from, to } = request.query
    const params = [request.user.tenantId, from, to, MAX_ROWS]
    const { rows } = await app.pg.query(
      `SELECT r.device_id, r.recorded_at, r.metric, r.value
         FROM readings r
        WHERE r.tenant_id = $1 AND r.recorded_at BETWEEN $2 AND $3
        ORDER BY r.recorded_at
        LIMIT $4`,
      params
    )
    return { count: rows.length, readings: rows }
  })
}
