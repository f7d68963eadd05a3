import { Server } from 'socket.io';
import { sessionUser } from '../auth/session.js';
import { chat } from './chat.js';
import { whiteboard } from './whiteboard.js';

export function attach(httpServer, { origin }) {
  const io = new Server(httpServer, { cors: { origin, credentials: true }, maxHttpBufferSize: 1e5 });

  io.use(async (socket, next) => {
    const user = await sessionUser(socket.request.headers.cookie);
    if (!user) return next(new Error('unauthorized'));
    socket.data.user = user;
    next();
  });

  io.on('connection', (socket) => {
    chat(io, socket);
    whiteboard(io, socket);
  });

  return io;
}
