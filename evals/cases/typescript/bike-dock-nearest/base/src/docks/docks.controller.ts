import { Controller, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import { RiderGuard } from '../auth/rider.guard';
import { DocksService } from './docks.service';

@Controller('cities/:cityId/docks')
@UseGuards(RiderGuard)
export class DocksController {
  constructor(private readonly docks: DocksService) {}

  @Get()
  list(@Param('cityId', ParseUUIDPipe) cityId: string) {
    return this.docks.findOpen(cityId);
  }

  @Get('free')
  async free(@Param('cityId', ParseUUIDPipe) cityId: string) {
    return { free: await this.docks.countFree(cityId) };
  }
}
