const schema = {
  params: {
    type: 'object',
    properties: { cabin: { type: 'integer', minimum: 1, maximum: 12 } },
    required: ['cabin']
  },
  body: {
    type: 'object',
    properties: { degrees: { type: 'integer', minimum: 0, maximum: 95 } },
    required: ['degrees'],
    additionalProperties: false
  }
}

export async function heaterRoutes (app) {
  app.get('/', async () => app.store.heaters())

  app.put('/:cabin', { schema }, async (req, reply) => {
    const { cabin } = req.params
    const changed = await app.store.setHeater(cabin, req.body.degrees)
    if (!changed) return reply.code(404).send({ error: 'no such cabin' })
    req.log.info({ cabin, degrees: req.body.degrees }, 'heater set')
    return reply.code(204).send()
  })
}
