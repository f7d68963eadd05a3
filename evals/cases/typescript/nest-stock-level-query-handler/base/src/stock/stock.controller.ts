import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { Role } from '../auth/role.enum';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { ListStockLevelsDto } from './dto/list-stock-levels.dto';
import { ListStockLevelsQuery } from './queries/list-stock-levels.query';
import { StockLevelView } from './stock-level.view';

@Controller('stock-levels')
@UseGuards(JwtAuthGuard, RolesGuard)
@Roles(Role.Logistics)
export class StockController {
  constructor(private readonly queryBus: QueryBus) {}

  @Get()
  list(@Query() dto: ListStockLevelsDto): Promise<StockLevelView[]> {
    return this.queryBus.execute(new ListStockLevelsQuery(dto.warehouseId, dto.limit));
  }
}
