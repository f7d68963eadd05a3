import type { Server, Socket } from 'socket.io';

import { depots } from '../repositories/depots';
import type { SessionData } from './session';

type Ack = (answer: { ok: boolean; error?: string }) => void;
type DispatchSocket = Socket<Record<string, never>, Record<string, never>, Record<string, never>, SessionData>;

const depotRoom = (id: string) => `depot:${id}`;

export function registerTripHandlers(socket: DispatchSocket): void {
  const { carrierId } = socket.data;

  socket.on('depot:watch', async (depotId: unknown, ack: Ack) => {
    const depot = typeof depotId === 'string' ? await depots.findById(depotId) : null;
    if (!depot || depot.carrierId !== carrierId) {
      ack({ ok: false, error: 'unknown depot' });
      return;
    }
    await socket.join(depotRoom(depot.id));
    ack({ ok: true });
  });
}

/** Called when a truck checks in at the gate. */
export function publishArrival(io: Server, depotId: string, plate: string): void {
  io.to(depotRoom(depotId)).emit('depot:arrival', { depotId, plate });
}
