import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, UseGuards } from '@nestjs/common';
import { CurrentUser } from '../auth/current-user.decorator';
import { JwtGuard } from '../auth/jwt.guard';
import { Venue } from './venue.entity';
import { VenuesService } from './venues.service';

@Controller('venues')
@UseGuards(JwtGuard)
export class VenuesController {
  constructor(private readonly service: VenuesService) {}

  @Get(':id')
  show(@Param('id', ParseUUIDPipe) id: string, @CurrentUser('id') userId: string): Promise<Venue> {
    return this.service.owned(id, userId);
  }

  @Patch(':id')
  update(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentUser('id') userId: string,
    @Body() changes: Partial<Venue>,
  ): Promise<Venue> {
    return this.service.update(id, userId, changes);
  }
}
