const { Server } = require('socket.io');
const handlers = require('./handlers');
const { playerFromCookie } = require('../session');
const seats = require('../seats');

module.exports = (httpServer, log) => {
  const io = new Server(httpServer, { maxHttpBufferSize: 16384 });

  io.use(async (socket, next) => {
    socket.data.player = await playerFromCookie(socket.request.headers.cookie).catch(() => null);
    next(socket.data.player ? undefined : new Error('unauthorized'));
  });

  const table = handlers(io, seats, log);

  io.on('connection', (socket) => {
    for (const [event, handle] of Object.entries(table)) {
      socket.on(event, (payload, ack) => {
        Promise.resolve(handle(socket, payload, ack)).catch((err) => log.error(err));
      });
    }
  });
  return io;
};
