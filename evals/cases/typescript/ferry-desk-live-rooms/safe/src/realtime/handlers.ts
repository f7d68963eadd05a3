import type { Server, Socket } from 'socket.io';
import { sessionFromCookie } from '../auth/session';
import { isCrewOf } from '../crew/roster';
import { channelRoom, userRoom } from './rooms';

type Ack = (result: { ok: true } | { ok: false; reason: string }) => void;

export function registerHandlers(io: Server): void {
  io.use(async (socket, next) => {
    const session = await sessionFromCookie(socket.handshake.headers.cookie);
    if (!session) return next(new Error('unauthenticated'));
    socket.data.userId = session.userId;
    next();
  });

  io.on('connection', (socket) => {
    socket.join(userRoom(socket.data.userId));
    socket.on('presence', (state: unknown) => setPresence(io, socket, state));
    socket.on('channel:subscribe', (id: unknown, ack: Ack) => subscribe(socket, id, ack));
    socket.on('channel:leave', (id: unknown) => socket.leave(channelRoom(String(id))));
  });
}

function setPresence(io: Server, socket: Socket, state: unknown): void {
  if (state !== 'ashore' && state !== 'aboard') return;
  io.to(userRoom(socket.data.userId)).emit('presence', state);
}

async function subscribe(socket: Socket, channelId: unknown, ack: Ack): Promise<void> {
  if (typeof channelId !== 'string' || channelId.length > 40) {
    return ack({ ok: false, reason: 'bad channel id' });
  }
  if (!(await isCrewOf(channelId, socket.data.userId))) {
    return ack({ ok: false, reason: 'no such channel' });
  }
  await socket.join(channelRoom(channelId));
  ack({ ok: true });
}
