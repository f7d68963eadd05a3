import { Body, Controller, Get, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { CurrentUser, Roles, RolesGuard, SessionGuard, type User } from '../auth';
import { AdjustmentDto } from './adjustment.dto';
import { StockService } from './stock.service';

@Controller('stock')
@UseGuards(SessionGuard)
export class StockController {
  constructor(private readonly stock: StockService) {}

  @Get(':sku')
  level(@Param('sku') sku: string) {
    return this.stock.level(sku);
  }

  @Get('bins/:binId')
  bin(@Param('binId', ParseUUIDPipe) binId: string) {
    return this.stock.inBin(binId);
  }

  @Post('adjustments')
  @UseGuards(RolesGuard)
  @Roles('warehouse-lead')
  adjust(@CurrentUser() user: User, @Body() dto: AdjustmentDto) {
    return this.stock.adjust(user.id, dto);
  }
}
