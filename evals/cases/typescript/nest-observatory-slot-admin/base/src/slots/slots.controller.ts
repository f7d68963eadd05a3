import { Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { SessionGuard } from '../auth/session.guard';
import { NightPipe } from './night.pipe';
import { SlotsService } from './slots.service';

@Controller('slots')
@UseGuards(SessionGuard, RolesGuard)
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

  @Post(':night/closure')
  @Roles('director')
  @HttpCode(204)
  close(@Param('night', NightPipe) night: Date) {
    return this.slots.closeAndCancel(night);
  }

  @Delete(':night/closure')
  @Roles('director')
  @HttpCode(204)
  reopen(@Param('night', NightPipe) night: Date) {
    return this.slots.reopen(night);
  }
}
