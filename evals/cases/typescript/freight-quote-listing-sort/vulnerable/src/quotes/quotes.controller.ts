import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { CurrentCarrier } from '../auth/current-carrier.decorator';
import { SessionGuard } from '../auth/session.guard';
import { ListQuotesDto } from './dto/list-quotes.dto';
import { QuotesRepository } from './quotes.repository';

@Controller('quotes')
@UseGuards(SessionGuard)
export class QuotesController {
  constructor(private readonly quotes: QuotesRepository) {}

  @Get()
  list(@CurrentCarrier() carrierId: string, @Query() query: ListQuotesDto) {
    return this.quotes.page(carrierId, query);
  }
}
