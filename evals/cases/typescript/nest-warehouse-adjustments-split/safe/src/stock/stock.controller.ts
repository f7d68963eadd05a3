import { Controller, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../auth';
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
}
