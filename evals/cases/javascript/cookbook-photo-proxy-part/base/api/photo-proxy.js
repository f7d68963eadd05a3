import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { cookSession } from './session.js'

const PHOTO_HOST = 'eu1.platefolio.net'
const MAX_BYTES = 5 * 1024 * 1024

export const photoProxy = Router()

function parseSource (text) {
  let source
  try {
    source = new URL(text)
  } catch {
    return null
  }
  if (source.protocol !== 'https:' || source.host !== PHOTO_HOST) return null
  return source
}

photoProxy.get('/photo', cookSession, async (req, res, next) => {
  const source = parseSource(req.query.src)
  if (!source) return res.sendStatus(400)

  try {
    const photo = await fetch(source, { redirect: 'error', signal: AbortSignal.timeout(8000) })
    const type = photo.headers.get('content-type') || ''
    const length = Number(photo.headers.get('content-length'))
    if (!photo.ok || !/^image\/(jpeg|png|webp)$/.test(type) || !(length <= MAX_BYTES)) {
      await photo.body?.cancel()
      return res.sendStatus(502)
    }
    res.set({ 'Content-Type': type, 'Cache-Control': 'private, max-age=86400', 'X-Content-Type-Options': 'nosniff' })
    await pipeline(Readable.fromWeb(photo.body), res)
  } catch (err) {
    next(err)
  }
})
