import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { CourierEventDto } from './courier-event.dto';
import { CourierSignatureGuard } from './courier-signature.guard';
import { ShipmentsService } from '../shipments/shipments.service';

@Controller('webhooks/courier')
@UseGuards(CourierSignatureGuard)
export class CourierController {
  constructor(private readonly shipments: ShipmentsService) {}

  @Post()
  @HttpCode(204)
  async receive(@Body() event: CourierEventDto): Promise<void> {
    switch (event.type) {
      case 'parcel.delivered':
        await this.shipments.markDelivered(event.trackingNumber, event.occurredAt);
        break;
      case 'parcel.returned':
        await this.shipments.startRefund(event.trackingNumber);
        break;
    }
  }
}
