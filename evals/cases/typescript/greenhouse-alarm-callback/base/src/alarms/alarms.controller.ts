import { Body, Controller, Get, Put, UseGuards } from '@nestjs/common';
import { GrowerGuard } from '../auth/grower.guard';
import { GrowerId } from '../auth/grower-id.decorator';
import { ThresholdsDto } from './alarm.dto';
import { AlarmsService } from './alarms.service';

@Controller('alarms')
@UseGuards(GrowerGuard)
export class AlarmsController {
  constructor(private readonly alarms: AlarmsService) {}

  @Get('thresholds')
  thresholds(@GrowerId() growerId: string) {
    return this.alarms.thresholds(growerId);
  }

  @Put('thresholds')
  setThresholds(@GrowerId() growerId: string, @Body() dto: ThresholdsDto) {
    return this.alarms.setThresholds(growerId, dto.minC, dto.maxC);
  }
}
