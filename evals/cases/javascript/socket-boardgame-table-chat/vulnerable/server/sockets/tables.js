'use strict'

const tables = require('../store/tables')

const room = (id) => `table:${id}`

// event name -> handler(socket, payload)
const handlers = {
  async sit (socket, { tableId, code } = {}) {
    const table = await tables.sit(String(tableId), String(code), socket.data.user.id)
    if (!table) return { error: 'wrong code' }
    socket.join(room(table.id))
    return { table: tables.view(table) }
  },

  // the client calls this after a lost connection
  async rejoin (socket, { tableId } = {}) {
    const table = await tables.get(String(tableId))
    if (!table) return { error: 'table is gone' }
    socket.join(room(tableId))
    return { table: tables.view(table), history: await tables.chat(table.id) }
  },

  async say (socket, { tableId, text } = {}) {
    if (!socket.rooms.has(room(tableId)) || typeof text !== 'string') return { error: 'not at this table' }
    const line = { from: socket.data.user.name, text: text.slice(0, 500), at: Date.now() }
    await tables.addLine(tableId, line)
    socket.to(room(tableId)).emit('said', line)
    return { ok: true }
  }
}

module.exports = function attach (socket) {
  for (const [event, handler] of Object.entries(handlers)) {
    socket.on(event, async (payload, ack) => {
      const reply = typeof ack === 'function' ? ack : () => {}
      try {
        reply(await handler(socket, payload ?? {}))
      } catch (err) {
        console.error('%s failed', event, err)
        reply({ error: 'failed' })
      }
    })
  }
}
