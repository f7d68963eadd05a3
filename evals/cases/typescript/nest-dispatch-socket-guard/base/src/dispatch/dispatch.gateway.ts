import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { ToursService } from './tours.service';

@WebSocketGateway({ namespace: 'dispatch' })
export class DispatchGateway {
  constructor(private readonly tours: ToursService) {}

  @SubscribeMessage('ping')
  ping(@ConnectedSocket() client: Socket): string {
    return client.id;
  }
}
