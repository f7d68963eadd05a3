'use strict'

const MAX_ROWS = 5000

const querySchema = {
  type: 'object',
  properties: {
    from: { type: 'string', format: 'date-time' },
    to: { type: 'string', format: 'date-time' },
    site: { type: 'string', maxLength: 60 },
    firmware: { type: 'string', maxLength: 60 },
    serial: { type: 'string', maxLength: 60 }
  },
  required: ['from', 'to'],
  additionalProperties: false
}

const FILTERS = { site: 'site_code', firmware: 'firmware_version' }

function conditions (query, params) {
  const bind = (value) => `$${params.push(value)}`
  const parts = Object.entries(query)
    .filter(([key]) => key in FILTERS)
    .map(([key, value]) => `d.${FILTERS[key]} = ${bind(value)}`)
  if (query.serial) parts.push(`starts_with(d.serial, ${bind(query.serial)})`)
  return parts.length ? ' AND ' + parts.join(' AND ') : ''
}

module.exports = async function telemetry (app) {
  app.addHook('onRequest', app.authenticate)

  app.get('/telemetry', { schema: { querystring: querySchema } }, async (request) => {
    const { from, to } = request.query
    const params = [request.user.tenantId, from, to, MAX_ROWS]
    const where = conditions(request.query, params)
    const { rows } = await app.pg.query(
      `SELECT r.device_id, d.serial, r.recorded_at, r.metric, r.value
         FROM readings r JOIN devices d ON d.id = r.device_id
        WHERE r.tenant_id = $1 AND r.recorded_at BETWEEN $2 AND $3${where}
        ORDER BY r.recorded_at
        LIMIT $4`,
      params
    )
    return { count: rows.length, readings: rows }
  })
}
