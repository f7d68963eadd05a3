import { Controller, Delete, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { SessionGuard } from '../auth/session.guard';
import { NightPipe } from './night.pipe';
import { SlotsService } from './slots.service';

/** Nights on which the dome stays shut: maintenance, storms, private events. */
@Controller('closures')
@UseGuards(SessionGuard, RolesGuard)
@Roles('director')
export class ClosuresController {
  constructor(private readonly slots: SlotsService) {}

  @Post(':night')
  @HttpCode(204)
  close(@Param('night', NightPipe) night: Date) {
    return this.slots.closeAndCancel(night);
  }

  @Delete(':night')
  @HttpCode(204)
  reopen(@Param('night', NightPipe) night: Date) {
    return this.slots.reopen(night);
  }
}
