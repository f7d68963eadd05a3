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

  watch: async (socket, { tableIds = [] }) => {
    const watched = tableIds.filter(isId).slice(0, 6)
    const lines = {}
    for (const tableId of watched) {
      if (!(await tables.seatOf(tableId, socket.data.player.id))) continue
      await socket.join(room(tableId))
      lines[tableId] = await tables.lastLines(tableId, 50)
    }
    return { lines }
  },

  leave: async (socket, { tableId }) => {
    if (isId(tableId)) await socket.leave(room(tableId))
    return { ok: true }
  },
}
