import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';

import { CurrentUser } from '../auth/current-user.decorator';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { AuthUser } from '../auth/auth-user';
import { ListReadingsDto } from './dto/list-readings.dto';
import { ReadingsService } from './readings.service';

@Controller('readings')
@UseGuards(JwtAuthGuard)
export class ReadingsController {
  constructor(private readonly readings: ReadingsService) {}

  @Get()
  list(@CurrentUser() user: AuthUser, @Query() query: ListReadingsDto) {
    return this.readings.list(user.utilityId, query);
  }

  @Get(':id')
  findOne(@CurrentUser() user: AuthUser, @Param('id', ParseUUIDPipe) id: string) {
    return this.readings.findOne(user.utilityId, id);
  }
}
