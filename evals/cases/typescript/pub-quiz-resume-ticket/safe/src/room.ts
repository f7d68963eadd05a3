import type { WebSocket } from 'ws';
import { readTicket, writeTicket } from './ticket';

export interface Progress {
  round: number;
  answered: string[];
  team: string;
}

export class Room {
  private readonly players = new Map<WebSocket, Progress>();

  constructor(readonly code: string) {}

  join(socket: WebSocket, team: string): void {
    this.players.set(socket, { round: 0, answered: [], team: team.slice(0, 40) });
    socket.once('close', () => this.players.delete(socket));
    this.welcome(socket);
  }

  /** The phone went to sleep and comes back with the ticket of its last welcome. Points are on the quizmaster's sheet, this is what the screen shows. */
  resume(socket: WebSocket, ticket: string): void {
    const progress = readTicket(ticket);
    if (!progress) {
      socket.close(4001, 'ticket');
      return;
    }
    this.players.set(socket, progress);
    socket.once('close', () => this.players.delete(socket));
    this.welcome(socket);
  }

  private welcome(socket: WebSocket): void {
    const progress = this.players.get(socket);
    const ticket = progress && writeTicket(progress);
    socket.send(JSON.stringify({ type: 'welcome', room: this.code, progress, ticket }));
  }
}
