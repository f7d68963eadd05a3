import { tables } from '../stores/tables.js'

const room = (tableId) => `table:${tableId}`

const isId = (value) => typeof value === 'string' && /^[a-z0-9]{12}$/.test(value)

/** Handlers of one socket by the name of their event. */
export const handlers = {
  say: async (socket, { tableId, text }) => {
    const seat = await tables.seatOf(tableId, socket.data.player.id)
    if (!seat) return { error: 'no seat at this table' }
    const line = await tables.addLine(tableId, seat, String(text).slice(0, 500))
    socket.nsp.to(room(tableId)).emit('line', line)
    return { ok: true }
  },

  sit: async (socket, { tableId }) => {
    const seat = await tables.seatOf(tableId, socket.data.player.id)
    if (!seat) return { error: 'no seat at this table' }
    for (const name of socket.rooms) {
      if (name.startsWith('table:')) await socket.leave(name)
    }
    await socket.join(room(tableId))
    return { lines: await tables.lastLines(tableId, 50) }
  },

  leave: async (socket, { tableId }) => {
    if (isId(tableId)) await socket.leave(room(tableId))
    return { ok: true }
  },
}
