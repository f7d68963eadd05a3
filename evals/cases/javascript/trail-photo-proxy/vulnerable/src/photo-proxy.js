import { Readable } from 'node:stream'
import sharp from 'sharp'

const WIDTHS = new Set([160, 320, 640])
const MAX_BYTES = 12 * 1024 * 1024

/** @type {import('fastify').FastifyPluginAsync} */
export default async function photoProxy (app) {
  app.get('/photo', async (request, reply) => {
    const { src, w = '320' } = request.query
    const width = Number(w)
    if (!src || !WIDTHS.has(width)) return reply.badRequest()
    if (!URL.canParse(src)) return reply.badRequest()

    const source = new URL(src)
    const upstream = await fetch(source, { signal: AbortSignal.timeout(4000) })
    const size = Number(upstream.headers.get('content-length'))
    if (!upstream.ok || !size || size > MAX_BYTES) return reply.badGateway()

    reply.header('cache-control', 'public, max-age=604800')
    if (upstream.headers.get('content-type') === 'image/webp') {
      return reply.type('image/webp').send(Readable.fromWeb(upstream.body))
    }
    const resize = sharp().rotate().resize(width).webp({ quality: 78 })
    return reply.type('image/webp').send(Readable.fromWeb(upstream.body).pipe(resize))
  })
}
