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

    const own = await wards.ofNurse(nurse.id)
    for (const ward of own) {
      socket.join(room(ward.id))
      socket.emit('ward:beds', ward.id, await snapshot(ward.id))
    }
  })

  // bed changes come from the admissions service
  wards.events.on('changed', async (wardId) => {
    io.to(room(wardId)).emit('ward:beds', wardId, await snapshot(wardId))
  })

  return io
}
