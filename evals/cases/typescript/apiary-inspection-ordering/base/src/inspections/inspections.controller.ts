import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { ParseIntPipe } from '@nestjs/common';
import { CurrentKeeper } from '../auth/current-keeper.decorator';
import { SessionGuard } from '../auth/session.guard';
import { InspectionsService } from './inspections.service';

@Controller('inspections')
@UseGuards(SessionGuard)
export class InspectionsController {
  constructor(private readonly inspections: InspectionsService) {}

  @Get()
  list(@CurrentKeeper() keeperId: string, @Query('page', new ParseIntPipe({ optional: true })) page?: number) {
    return this.inspections.list(keeperId, page);
  }

  @Get(':id')
  one(@CurrentKeeper() keeperId: string, @Param('id', ParseUUIDPipe) id: string) {
    return this.inspections.one(keeperId, id);
  }
}
