import type { Server, Socket } from 'socket.io';
import { ensembles } from '../ensembles/ensemble.repository';
import { scoreNotes } from '../scores/score-note.repository';
import { logger } from '../logger';

interface Session {
  musicianId: string;
}

interface EnterPayload {
  ensembleId: string;
  since?: number;
}

type Ack = (result: { ok: boolean; error?: string; missed?: unknown[] }) => void;

const roomName = (ensembleId: string) => `ensemble:${ensembleId}`;

async function enter(socket: Socket, musicianId: string, payload: EnterPayload, ack: Ack): Promise<void> {
  if (!(await ensembles.isMember(payload.ensembleId, musicianId))) {
    return ack({ ok: false, error: 'not-a-member' });
  }
  await socket.join(roomName(payload.ensembleId));
  const missed =
    payload.since === undefined ? undefined : await scoreNotes.since(payload.ensembleId, payload.since);
  ack({ ok: true, missed });
}

export function registerRooms(io: Server): void {
  io.on('connection', (socket: Socket) => {
    const { musicianId } = socket.data.session as Session;

    socket.on('room:join', (payload: EnterPayload, ack: Ack) => enter(socket, musicianId, payload, ack));

    socket.on('room:leave', async (payload: EnterPayload) => {
      await socket.leave(roomName(payload.ensembleId));
    });

    socket.on('disconnect', (reason) => {
      logger.debug({ musicianId, reason }, 'socket closed');
    });
  });
}
