import { chartHandlers } from './chart-handler.js'
import { log } from '../log.js'

export function dispatch (socket, session) {
  socket.on('message', async (raw) => {
    let id
    try {
      const message = JSON.parse(raw)
      id = message.id
      if (!Object.hasOwn(chartHandlers, message.type)) return
      const result = await chartHandlers[message.type](session, message.data ?? {})
      socket.send(JSON.stringify({ id, result }))
    } catch (err) {
      log.error(err)
      socket.send(JSON.stringify({ id, error: 'failed' }))
    }
  })
}
