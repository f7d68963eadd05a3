'use strict'

const { Server } = require('socket.io')
const { userOf } = require('../session')
const attach = require('./tables')

module.exports = function sockets (httpServer) {
  const io = new Server(httpServer, { maxHttpBufferSize: 1e5 })

  io.use(async (socket, next) => {
    const user = await userOf(socket.request).catch(() => null)
    if (!user) return next(new Error('unauthorized'))
    socket.data.user = user
    next()
  })

  io.on('connection', attach)
  return io
}
