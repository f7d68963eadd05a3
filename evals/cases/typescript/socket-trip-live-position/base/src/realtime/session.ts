import type { Socket } from 'socket.io';

import { readSession } from '../auth/sessions';

export interface SessionData {
  userId: string;
  carrierId: string;
}

export async function requireSession(socket: Socket, next: (error?: Error) => void): Promise<void> {
  try {
    const session = await readSession(socket.handshake.headers.cookie ?? '');
    if (!session) {
      next(new Error('not signed in'));
      return;
    }
    socket.data.userId = session.userId;
    socket.data.carrierId = session.carrierId;
    next();
  } catch {
    next(new Error('session could not be read'));
  }
}
