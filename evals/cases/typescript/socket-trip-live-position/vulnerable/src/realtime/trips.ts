import type { Server, Socket } from 'socket.io';

import { depots } from '../repositories/depots';
import { trips } from '../repositories/trips';
import type { SessionData } from './session';

type Ack = (answer: { ok: boolean; error?: string }) => void;
type DispatchSocket = Socket<Record<string, never>, Record<string, never>, Record<string, never>, SessionData>;

export interface Position {
  tripId: string;
  lat: number;
  lon: number;
  at: string;
}

const depotRoom = (id: string) => `depot:${id}`;
const tripRoom = (id: string) => `trip:${id}`;

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

  socket.on('trip:watch', async (tripId: unknown, ack: Ack) => {
    if (typeof tripId !== 'string') {
      ack({ ok: false, error: 'unknown trip' });
      return;
    }
    const trip = await trips.findById(tripId);
    if (!trip) {
      ack({ ok: false, error: 'unknown trip' });
      return;
    }
    await socket.join(tripRoom(trip.id));
    ack({ ok: true });
  });

  socket.on('trip:unwatch', async (tripId: unknown) => {
    if (typeof tripId === 'string') await socket.leave(tripRoom(tripId));
  });
}

/** Called by the consumer of the telematics queue. */
export function publishPosition(io: Server, position: Position): void {
  io.to(tripRoom(position.tripId)).emit('trip:position', position);
}
