'use strict'

const { Server } = require('socket.io')
const { playerFromCookie } = require('../auth/session')
const handlers = require('./scoreHandlers')

function attach (httpServer, log) {
  const io = new Server(httpServer, { serveClient: false })

  io.use(async (socket, next) => {
    const player = await playerFromCookie(socket.request.headers.cookie)
    if (!player) return next(new Error('not signed in'))
    socket.data.player = player
    next()
  })

  io.on('connection', (socket) => {
    for (const [event, handler] of Object.entries(handlers)) {
      socket.on(event, (payload, ack = () => {}) => {
        Promise.resolve(handler(socket, payload || {}, ack)).catch((err) => {
          log.warn({ err, event }, 'socket handler failed')
          ack({ error: 'failed' })
        })
      })
    }
  })

  return io
}

module.exports = { attach }
