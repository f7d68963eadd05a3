'use strict'

const zlib = require('node:zlib')

const MAX_COMPRESSED = 256 * 1024
const MAX_PLAIN = 4 * 1024 * 1024

const DECODERS = {
  __proto__: null,
  identity: (raw, options, done) => done(null, raw),
  gzip: zlib.gunzip,
  deflate: zlib.inflate,
  br: zlib.brotliDecompress,
}

class BodyError extends Error {
  constructor (status, message) {
    super(message)
    this.status = status
  }
}

function readRaw (req, done) {
  const chunks = []
  let size = 0
  let ended = false

  function finish (err, body) {
    if (ended) return
    ended = true
    done(err, body)
  }

  req.on('data', (chunk) => {
    size += chunk.length
    if (size > MAX_COMPRESSED) {
      finish(new BodyError(413, 'Batch is too large'))
      req.destroy()
      return
    }
    chunks.push(chunk)
  })
  req.on('error', finish)
  req.on('end', () => finish(null, Buffer.concat(chunks)))
}

function parse (plain, done) {
  let batch
  try {
    batch = JSON.parse(plain.toString('utf8'))
  } catch (err) {
    return done(new BodyError(400, 'Batch is not JSON'))
  }
  if (!Array.isArray(batch)) return done(new BodyError(400, 'Batch is not a list'))
  done(null, batch)
}

// Reads a batch of events from a collector; the key was checked by the caller.
function readBatch (req, done) {
  const encoding = req.headers['content-encoding'] || 'identity'
  const decode = DECODERS[encoding]
  if (!decode) return done(new BodyError(415, 'Unsupported encoding'))
  readRaw(req, (err, raw) => {
    if (err) return done(err)
    decode(raw, { maxOutputLength: MAX_PLAIN }, (err, plain) => {
      if (err) return done(new BodyError(400, 'Batch cannot be unpacked'))
      parse(plain, done)
    })
  })
}

module.exports = { BodyError, readBatch }
