import { Server } from 'socket.io';
import { playerOfCookie } from '../auth/session.js';
import { rolls } from '../db/rolls.js';
import { seats } from '../db/seats.js';
import { throwDice } from './dice.js';

export function realtime(httpServer) {
  const io = new Server(httpServer, { cors: false });

  io.use(async (socket, next) => {
    const player = await playerOfCookie(socket.request.headers.cookie);
    if (!player) return next(new Error('unauthorized'));
    socket.data.playerId = player.id;
    next();
  });

  io.on('connection', (socket) => {
    socket.on('sit', async (tableId) => {
      if (await seats.has(tableId, socket.data.playerId)) {
        socket.data.tableId = tableId;
        socket.join(`table:${tableId}`);
      }
    });

    socket.on('roll', async ({ notation } = {}) => {
      const { tableId, playerId } = socket.data;
      if (!tableId) return;
      const roll = throwDice(String(notation));
      await rolls.append(tableId, playerId, roll);
      io.to(`table:${tableId}`).emit('rolled', { playerId, roll });
    });
  });

  return io;
}
