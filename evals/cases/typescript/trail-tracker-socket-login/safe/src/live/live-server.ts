import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { readToken } from '../auth/tokens';
import { positions } from '../positions/store';

interface Position {
  lat: number;
  lon: number;
}

// the app sends its token as the subprotocol, since browsers cannot set headers here
async function hikerOf(req: IncomingMessage): Promise<string | null> {
  const token = req.headers['sec-websocket-protocol'];
  return token ? readToken(token) : null;
}

function parsePosition(text: string): Position | null {
  try {
    const { lat, lon } = JSON.parse(text);
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
  } catch {
    return null;
  }
}

function accept(socket: WebSocket, hikerId: string): void {
  socket.on('message', (data) => {
    const position = parsePosition(data.toString());
    if (position) void positions.append(hikerId, position);
  });
  socket.on('error', () => socket.terminate());
}

export function attachLiveServer(server: Server): void {
  const wss = new WebSocketServer({ noServer: true, maxPayload: 1024 });

  server.on('upgrade', async (req, socket, head) => {
    const hikerId = await hikerOf(req);
    if (!hikerId) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    wss.handleUpgrade(req, socket, head, (ws) => accept(ws, hikerId));
  });
}
