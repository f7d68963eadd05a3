import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CurrentUser, SessionGuard, type User } from '../auth';
import { AdjustmentDto } from './adjustment.dto';
import { StockService } from './stock.service';

@Controller('stock/adjustments')
@UseGuards(SessionGuard)
export class AdjustmentsController {
  constructor(private readonly stock: StockService) {}

  @Post()
  create(@CurrentUser() user: User, @Body() dto: AdjustmentDto) {
    return this.stock.adjust(user.id, dto);
  }
}
