import { UseGuards } from '@nestjs/common';
import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { ToursService } from './tours.service';
import { WsAuthGuard } from './ws-auth.guard';

@WebSocketGateway({ namespace: 'dispatch' })
@UseGuards(WsAuthGuard)
export class DispatchGateway {
  constructor(private readonly tours: ToursService) {}

  @SubscribeMessage('tours.today')
  today(@ConnectedSocket() client: Socket) {
    return this.tours.forDepot(client.data.depot, new Date());
  }
}
