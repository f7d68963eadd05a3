import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { WsException } from '@nestjs/websockets';
import type { Socket } from 'socket.io';

export interface DispatcherClaims {
  sub: string;
  depot: string;
  scope: string[];
  exp: number;
}

@Injectable()
export class WsAuthGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const client = context.switchToWs().getClient<Socket>();
    const token = this.tokenOf(client);
    if (!token) {
      throw new WsException('unauthorized');
    }

    const claims = this.jwt.decode<DispatcherClaims | null>(token);
    if (!claims || claims.exp * 1000 < Date.now()) {
      throw new WsException('unauthorized');
    }
    if (!claims.scope?.includes('dispatch')) {
      throw new WsException('forbidden');
    }

    client.data.userId = claims.sub;
    client.data.depot = claims.depot;
    return true;
  }

  private tokenOf(client: Socket): string | undefined {
    const { token } = client.handshake.auth as { token?: unknown };
    return typeof token === 'string' ? token : undefined;
  }
}
