import type { WebSocket } from 'ws';

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

  private welcome(socket: WebSocket): void {
    const progress = this.players.get(socket);
    socket.send(JSON.stringify({ type: 'welcome', room: this.code, progress }));
  }
}
