import { findReleases } from './releases.js'
import { parseRange, RangeSyntaxError } from './range.js'

export default async function registryRoutes(fastify) {
  // Public: clients ask for the releases that satisfy a range.
  fastify.get('/packages/:name/releases', async (request, reply) => {
    const { range = '' } = request.query
    let alternatives
    try {
      alternatives = parseRange(String(range))
    } catch (err) {
      if (err instanceof RangeSyntaxError) return reply.code(400).send({ error: err.message })
      throw err
    }
    return findReleases(request.params.name, alternatives)
  })
}
