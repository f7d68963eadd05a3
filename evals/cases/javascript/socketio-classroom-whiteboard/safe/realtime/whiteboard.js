import { boards } from '../boards/store.js';
import { isMember } from '../classes/members.js';

const MAX_POINTS = 2000;

export function whiteboard(io, socket) {
  const { user } = socket.data;

  socket.on('board:open', async (boardId, done) => {
    const board = await boards.find(String(boardId));
    if (!board) return done({ error: 'not found' });
    if (!(await isMember(board.classId, user.id))) return done({ error: 'forbidden' });
    await socket.join(`board:${boardId}`);
    done({ strokes: board.strokes });
  });

  socket.on('board:draw', async (boardId, stroke) => {
    const room = `board:${boardId}`;
    if (!socket.rooms.has(room) || !Array.isArray(stroke?.points)) return;
    const clean = { by: user.id, color: String(stroke.color), points: stroke.points.slice(0, MAX_POINTS).map(Number) };
    await boards.append(String(boardId), clean);
    socket.to(room).emit('board:drawn', clean);
  });
}
