import { IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { StockLevelRepository } from '../stock-level.repository';
import { StockLevelView } from '../stock-level.view';
import { ListStockLevelsQuery } from './list-stock-levels.query';

@QueryHandler(ListStockLevelsQuery)
export class ListStockLevelsHandler implements IQueryHandler<ListStockLevelsQuery, StockLevelView[]> {
  constructor(private readonly stockLevels: StockLevelRepository) {}

  execute(query: ListStockLevelsQuery): Promise<StockLevelView[]> {
    return this.stockLevels.findForWarehouse({
      warehouseId: query.warehouseId,
      limit: query.limit,
      sortBy: query.sortBy,
    });
  }
}
