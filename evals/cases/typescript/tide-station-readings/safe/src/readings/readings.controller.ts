import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { ListReadingsDto } from './dto/list-readings.dto';
import { ReadingsRepository } from './readings.repository';

@Controller('readings')
@UseGuards(JwtAuthGuard)
export class ReadingsController {
  constructor(private readonly readings: ReadingsRepository) {}

  @Get()
  list(@Query() query: ListReadingsDto) {
    return this.readings.list(query);
  }
}
