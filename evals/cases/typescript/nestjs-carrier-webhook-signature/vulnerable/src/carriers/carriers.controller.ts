import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';

import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { CarriersService } from './carriers.service';
import { ShipmentEventDto } from './shipment-event.dto';
import { WebhookSignatureGuard } from './webhook-signature.guard';

@Controller('carriers')
export class CarriersController {
  constructor(private readonly carriers: CarriersService) {}

  @Get()
  @UseGuards(JwtAuthGuard)
  list() {
    return this.carriers.listActive();
  }

  @Post('events')
  @HttpCode(202)
  @UseGuards(WebhookSignatureGuard)
  async events(@Body() event: ShipmentEventDto): Promise<void> {
    await this.carriers.enqueue(event);
  }
}
