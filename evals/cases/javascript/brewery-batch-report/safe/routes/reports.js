'use strict'

const { batchReport } = require('../lib/batch-report')

module.exports = async function reports (fastify) {
  fastify.addHook('onRequest', fastify.authenticate)

  const querystring = {
    type: 'object',
    properties: {
      tank: { type: 'string', maxLength: 40 },
      yeast: { type: 'string', maxLength: 80 }
    }
  }

  fastify.get('/reports/batches', { schema: { querystring } }, async (request) => {
    const { tank, yeast } = request.query
    const batches = await batchReport({ tank, yeast })
    return { generatedAt: new Date().toISOString(), batches }
  })
}
