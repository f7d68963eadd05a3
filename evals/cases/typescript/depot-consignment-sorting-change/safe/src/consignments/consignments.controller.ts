import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CurrentDepot } from '../auth/current-depot.decorator';
import { SessionGuard } from '../auth/session.guard';
import { Consignment } from './consignment.entity';
import { ConsignmentsService } from './consignments.service';
import { ListConsignmentsDto } from './list-consignments.dto';

/** What dispatchers see of the goods in their own depot. */
@ApiTags('consignments')
@Controller({ path: 'consignments', version: '1' })
@UseGuards(SessionGuard)
export class ConsignmentsController {
  constructor(private readonly service: ConsignmentsService) {}

  @Get()
  @ApiOkResponse({ description: 'One page of the list' })
  list(@CurrentDepot() depotId: string, @Query() query: ListConsignmentsDto) {
    return this.service.list(depotId, query);
  }

  @Get(':id')
  @ApiNotFoundResponse({ description: 'Unknown, or in another depot' })
  @ApiOkResponse({ type: Consignment })
  one(@CurrentDepot() depotId: string, @Param('id', ParseUUIDPipe) id: string) {
    return this.service.one(depotId, id);
  }
}
