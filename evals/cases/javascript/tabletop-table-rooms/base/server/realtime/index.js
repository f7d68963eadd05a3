import { Server } from 'socket.io'
import { playerOfCookie } from '../auth.js'
import { handlers } from './tables.js'

export function attach(httpServer, log) {
  const io = new Server(httpServer, { serveClient: false })

  io.use(async (socket, next) => {
    const player = await playerOfCookie(socket.handshake.headers.cookie)
    if (!player) return next(new Error('sign in first'))
    socket.data.player = player
    next()
  })

  io.on('connection', (socket) => {
    for (const [event, handler] of Object.entries(handlers)) {
      socket.on(event, async (payload, reply = () => {}) => {
        try {
          reply(await handler(socket, payload ?? {}))
        } catch (err) {
          log.error({ err, event }, 'socket handler failed')
          reply({ error: 'internal error' })
        }
      })
    }
  })

  return io
}
