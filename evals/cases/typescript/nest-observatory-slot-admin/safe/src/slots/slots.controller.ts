import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../auth/session.guard';
import { NightPipe } from './night.pipe';
import { SlotsService } from './slots.service';

@Controller('slots')
@UseGuards(SessionGuard)
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  @Get(':night')
  free(@Param('night', NightPipe) night: Date) {
    return this.slots.free(night);
  }

  @Get()
  week() {
    return this.slots.week(new Date());
  }
}
