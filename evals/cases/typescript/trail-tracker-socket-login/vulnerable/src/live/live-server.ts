import type { IncomingMessage, Server } from 'node:http';
import { decodeJwt } from 'jose';
import { WebSocketServer, type WebSocket } from 'ws';
import { positions } from '../positions/store';

interface Position {
  lat: number;
  lon: number;
}

// the app sends its token as the subprotocol, since browsers cannot set headers here
function hikerOf(req: IncomingMessage): string | null {
  const token = req.headers['sec-websocket-protocol'];
  if (!token) return null;
  try {
    const claims = decodeJwt(token);
    const alive = claims.exp !== undefined && claims.exp * 1000 > Date.now();
    return alive && claims.sub ? claims.sub : null;
  } catch {
    return null;
  }
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

  server.on('upgrade', (req, socket, head) => {
    const hikerId = hikerOf(req);
    if (!hikerId) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    wss.handleUpgrade(req, socket, head, (ws) => accept(ws, hikerId));
  });
}
