import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { CurrentKeeper } from '../auth/current-keeper.decorator';
import { SessionGuard } from '../auth/session.guard';
import { InspectionsService } from './inspections.service';
import { ListInspectionsQuery } from './list-inspections.query';

@Controller('inspections')
@UseGuards(SessionGuard)
export class InspectionsController {
  constructor(private readonly inspections: InspectionsService) {}

  @Get()
  list(@CurrentKeeper() keeperId: string, @Query() query: ListInspectionsQuery) {
    return this.inspections.list(keeperId, query);
  }

  @Get(':id')
  one(@CurrentKeeper() keeperId: string, @Param('id', ParseUUIDPipe) id: string) {
    return this.inspections.one(keeperId, id);
  }
}
