import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { bidderOf } from '../auth/stream-token';
import { lots } from '../lots/lot.registry';
import { logger } from '../logger';

/** Browsers send the token as the second subprotocol. */
export function bidStream(server: Server): WebSocketServer {
  const wss = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  server.on('upgrade', (request, socket, head) => {
    const [, token = ''] = (request.headers['sec-websocket-protocol'] ?? '').split(/,\s*/);
    let bidderId: string;
    try {
      bidderId = bidderOf(token);
    } catch (err) {
      logger.info({ err }, 'stream refused');
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, (ws) => {
      ws.on('message', (data) => lots.handle(bidderId, String(data), (reply) => ws.send(reply)));
    });
  });

  return wss;
}
