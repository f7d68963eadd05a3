import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { RiderGuard } from '../auth/rider.guard';
import { DocksService } from './docks.service';
import type { NearQuery } from './near.query';

@Controller('cities/:cityId/docks')
@UseGuards(RiderGuard)
export class DocksController {
  constructor(private readonly docks: DocksService) {}

  @Get()
  list(@Param('cityId', ParseUUIDPipe) cityId: string, @Query() near: NearQuery) {
    return this.docks.findOpen(cityId, near);
  }

  @Get('free')
  async free(@Param('cityId', ParseUUIDPipe) cityId: string) {
    return { free: await this.docks.countFree(cityId) };
  }
}
