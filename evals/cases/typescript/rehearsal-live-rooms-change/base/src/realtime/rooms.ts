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

export function registerRooms(io: Server): void {
  io.on('connection', (socket: Socket) => {
    const { musicianId } = socket.data.session as Session;

    socket.on('room:join', async (payload: EnterPayload, ack: Ack) => {
      if (!(await ensembles.isMember(payload.ensembleId, musicianId))) {
        return ack({ ok: false, error: 'not-a-member' });
      }
      await socket.join(roomName(payload.ensembleId));
      ack({ ok: true });
    });

    socket.on('room:rejoin', async (payload: EnterPayload, ack: Ack) => {
      if (!(await ensembles.isMember(payload.ensembleId, musicianId))) {
        return ack({ ok: false, error: 'not-a-member' });
      }
      await socket.join(roomName(payload.ensembleId));
      ack({ ok: true, missed: await scoreNotes.since(payload.ensembleId, payload.since ?? 0) });
    });

    socket.on('room:leave', async (payload: EnterPayload) => {
      await socket.leave(roomName(payload.ensembleId));
    });

    socket.on('disconnect', (reason) => {
      logger.debug({ musicianId, reason }, 'socket closed');
    });
  });
}
