import { WebSocketServer } from 'ws';
import { readSession } from '../auth/session.js';
import { runCommand } from './commands.js';
import { hub } from './hub.js';

export function attachFeed(httpServer, { allowedOrigins }) {
  const wss = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  httpServer.on('upgrade', async (req, socket, head) => {
    const session = await readSession(req).catch(() => null);
    if (!session || !allowedOrigins.includes(req.headers.origin)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    wss.handleUpgrade(req, socket, head, (ws) => {
      const client = { socket: ws, userId: session.userId };
      ws.on('message', (raw) => runCommand(client, raw));
      ws.on('close', () => hub.leave(client));
      ws.on('error', () => ws.terminate());
    });
  });
}
