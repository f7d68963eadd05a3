'use strict'

const { batchReport } = require('../lib/batch-report')

module.exports = async function reports (fastify) {
  fastify.addHook('onRequest', fastify.authenticate)

  fastify.get('/reports/batches', async () => {
    const batches = await batchReport()
    return { generatedAt: new Date().toISOString(), batches }
  })
}
