const sharp = require('sharp')
const got = require('got')
const createError = require('http-errors')
const { isImageHost } = require('./hosts')

const MAX_BYTES = 6 * 1024 * 1024

function parse (link) {
  try {
    return new URL(link)
  } catch {
    throw createError(400, 'not a link')
  }
}

// downloads a picture and gives back a webp of 600 pixels
async function fetchCover (link) {
  const url = parse(link)
  if (url.protocol !== 'https:' || !isImageHost(url.hostname)) {
    throw createError(422, 'covers can only come from the known image hosts')
  }
  const request = got(url, { followRedirect: false, timeout: { request: 8000 }, responseType: 'buffer' })
  request.on('downloadProgress', ({ transferred }) => {
    if (transferred > MAX_BYTES) request.cancel()
  })
  const { body } = await request
  return sharp(body).resize(600).webp().toBuffer()
}

module.exports = { fetchCover }
