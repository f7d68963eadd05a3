const { verifySession } = require('../auth/session');
const boards = require('../models/boards');
const log = require('../log');

const reply = (ack, fn) =>
  fn().then(
    (data) => ack({ ok: true, data }),
    (err) => {
      log.warn({ err }, 'board event failed');
      ack({ ok: false });
    },
  );

async function memberBoard(socket, boardId) {
  const board = await boards.findById(boardId);
  if (!board || !board.memberIds.includes(socket.data.userId)) throw new Error('no such board');
  return board;
}

module.exports = function attach(io) {
  const nsp = io.of('/boards');

  nsp.use(async (socket, next) => {
    const session = await verifySession(socket.handshake.auth.token);
    if (!session) return next(new Error('unauthorized'));
    socket.data.userId = session.userId;
    next();
  });

  nsp.on('connection', (socket) => {
    socket.on('board:join', ({ boardId }, ack) =>
      reply(ack, async () => {
        const board = await memberBoard(socket, boardId);
        await socket.join(board.id);
        return board.snapshot;
      }),
    );

    socket.on('board:history', ({ boardId, before }, ack) =>
      reply(ack, async () => {
        const cutoff = new Date(before || Date.now());
        const strokes = await boards.strokesBefore(boardId, cutoff, { limit: 500 });
        return strokes.map(({ id, userId, points, at }) => ({ id, userId, points, at }));
      }),
    );

    socket.on('board:draw', ({ boardId, stroke }, ack) =>
      reply(ack, async () => {
        const board = await memberBoard(socket, boardId);
        await boards.appendStroke(board.id, socket.data.userId, stroke);
        socket.to(board.id).emit('board:stroke', stroke);
      }),
    );
  });
};
