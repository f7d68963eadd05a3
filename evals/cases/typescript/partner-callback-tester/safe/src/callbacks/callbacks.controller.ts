import { Body, Controller, HttpCode, Post, Put, UseGuards } from '@nestjs/common';
import { IsUrl } from 'class-validator';
import { CurrentPartner, PartnerGuard } from '../auth/partner';
import { CallbacksService } from './callbacks.service';

class CallbackDto {
  @IsUrl({ require_tld: false })
  url!: string;
}

@Controller('callback')
@UseGuards(PartnerGuard)
export class CallbacksController {
  constructor(private readonly callbacks: CallbacksService) {}

  @Put()
  @HttpCode(204)
  save(@CurrentPartner() partner: { id: number }, @Body() { url }: CallbackDto) {
    return this.callbacks.save(partner.id, url);
  }

  @Post('test')
  @HttpCode(200)
  test(@Body() { url }: CallbackDto) {
    return this.callbacks.probe(url);
  }
}
