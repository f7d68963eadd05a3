import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

import { logger } from '../logger';
import { Tables } from '../tables';
import { playerFromToken, type Player } from './player';

const players = new WeakMap<WebSocket, Player>();

/** Clients put the token into the subprotocol list: ["tables.v1", token]. */
function tokenOf(header: string | undefined): string {
  const [, token] = (header ?? '').split(',').map((part) => part.trim());
  return token ?? '';
}

export function attach(server: Server, tables: Tables): WebSocketServer {
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: 16 * 1024,
    handleProtocols: () => 'tables.v1',
  });

  server.on('upgrade', (request, socket, head) => {
    let player: Player;
    try {
      player = playerFromToken(tokenOf(request.headers['sec-websocket-protocol']));
    } catch (error) {
      logger.info({ error }, 'connection refused');
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, (ws) => {
      players.set(ws, player);
      wss.emit('connection', ws, request);
    });
  });

  wss.on('connection', (ws) => {
    const player = players.get(ws)!;
    ws.on('message', (data) => {
      tables.handle(player, String(data), (reply) => ws.send(JSON.stringify(reply)));
    });
    ws.on('close', () => tables.leave(player.id));
  });

  return wss;
}
