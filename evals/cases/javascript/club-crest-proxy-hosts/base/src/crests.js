const axios = require('axios')
const express = require('express')

const router = express.Router()

const HOST = 'crests.fa-cdn.example'
const TYPES = new Set(['image/png', 'image/jpeg', 'image/webp'])
const MAX_BYTES = 512 * 1024

function isKnown(src) {
  if (!URL.canParse(src)) return false
  const { protocol, host } = new URL(src)
  return protocol === 'https:' && host === HOST
}

/**
 * Crests come through us, so that the pages of a club can be printed without
 * the browser asking other servers.
 */
router.get('/crest', async (req, res, next) => {
  const src = String(req.query.src ?? '')
  if (!isKnown(src)) {
    return res.status(400).json({ error: 'unknown image server' })
  }

  try {
    const upstream = await axios.get(src, {
      responseType: 'arraybuffer',
      timeout: 4000,
      maxContentLength: MAX_BYTES,
      maxRedirects: 0,
    })
    const type = String(upstream.headers['content-type']).split(';')[0].trim()
    if (!TYPES.has(type)) {
      return res.status(415).json({ error: 'not an image' })
    }
    res.set({
      'Content-Type': type,
      'Cache-Control': 'public, max-age=86400',
      'X-Content-Type-Options': 'nosniff',
    })
    res.send(Buffer.from(upstream.data))
  } catch (err) {
    if (err.response) return res.sendStatus(502)
    next(err)
  }
})

module.exports = router
