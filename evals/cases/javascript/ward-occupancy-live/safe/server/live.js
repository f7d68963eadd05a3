const { Server } = require('socket.io')
const { sessionFromHandshake } = require('./session')
const wards = require('./wards')

const room = (wardId) => `ward:${wardId}`

async function snapshot (wardId) {
  const beds = await wards.beds(wardId)
  return beds.map(({ number, patientName, admittedAt, notes }) => ({ number, patientName, admittedAt, notes }))
}

module.exports = function live (httpServer, { origin }) {
  const io = new Server(httpServer, {
    cors: { origin, credentials: true },
    maxHttpBufferSize: 1e5
  })

  io.use(async (socket, next) => {
    try {
      socket.data.nurse = await sessionFromHandshake(socket.handshake)
      next()
    } catch (err) {
      next(new Error('unauthorized'))
    }
  })

  io.on('connection', async (socket) => {
    const { nurse } = socket.data

    socket.on('ward:watch', async (wardId, reply) => {
      if (typeof reply !== 'function' || !Number.isInteger(wardId)) return
      const own = await wards.ofNurse(nurse.id)
      if (!own.some((ward) => ward.id === wardId)) return reply({ error: 'Not your ward' })
      for (const name of socket.rooms) {
        if (name.startsWith('ward:')) socket.leave(name)
      }
      socket.join(room(wardId))
      reply({ beds: await snapshot(wardId) })
    })

    const [first] = await wards.ofNurse(nurse.id)
    socket.emit('ward:default', first ? first.id : null)
  })

  // bed changes come from the admissions service
  wards.events.on('changed', async (wardId) => {
    io.to(room(wardId)).emit('ward:beds', wardId, await snapshot(wardId))
  })

  return io
}
