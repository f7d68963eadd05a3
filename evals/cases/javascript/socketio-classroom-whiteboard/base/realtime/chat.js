import { isMember } from '../classes/members.js';

export function chat(io, socket) {
  const { user } = socket.data;

  socket.on('chat:join', async (classId, done) => {
    if (!(await isMember(classId, user.id))) return done({ error: 'forbidden' });
    await socket.join(`chat:${classId}`);
    done({ ok: true });
  });

  socket.on('chat:say', (classId, text) => {
    const room = `chat:${classId}`;
    if (!socket.rooms.has(room)) return;
    io.to(room).emit('chat:said', { by: user.name, text: String(text).slice(0, 500) });
  });
}
