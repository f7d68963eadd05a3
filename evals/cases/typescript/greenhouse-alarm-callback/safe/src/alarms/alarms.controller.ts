import { Body, Controller, Get, Post, Put, UseGuards } from '@nestjs/common';
import { GrowerGuard } from '../auth/grower.guard';
import { GrowerId } from '../auth/grower-id.decorator';
import { ThresholdsDto, TrialDto } from './alarm.dto';
import { AlarmsService } from './alarms.service';
import { CallbackClient } from './callback.client';

@Controller('alarms')
@UseGuards(GrowerGuard)
export class AlarmsController {
  constructor(
    private readonly alarms: AlarmsService,
    private readonly client: CallbackClient,
  ) {}

  @Get('thresholds')
  thresholds(@GrowerId() growerId: string) {
    return this.alarms.thresholds(growerId);
  }

  @Put('thresholds')
  setThresholds(@GrowerId() growerId: string, @Body() dto: ThresholdsDto) {
    return this.alarms.setThresholds(growerId, dto.minC, dto.maxC);
  }

  @Post('trial')
  async trial(@GrowerId() growerId: string, @Body() { callback }: TrialDto) {
    const alarm = await this.alarms.sample(growerId);
    return this.client.deliver(callback, alarm);
  }
}
