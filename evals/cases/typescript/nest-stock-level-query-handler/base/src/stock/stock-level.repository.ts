import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { StockLevelView } from './stock-level.view';

export interface StockLevelCriteria {
  warehouseId: number;
  limit: number;
}

@Injectable()
export class StockLevelRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async findForWarehouse(criteria: StockLevelCriteria): Promise<StockLevelView[]> {
    const rows = await this.dataSource.query(
      `SELECT s.sku, p.title, s.on_hand, s.reserved, s.updated_at
         FROM stock_level s
         JOIN product p ON p.sku = s.sku
        WHERE s.warehouse_id = $1
        ORDER BY sku
        LIMIT $2`,
      [criteria.warehouseId, criteria.limit],
    );
    return rows.map((row: Record<string, unknown>) => StockLevelView.fromRow(row));
  }
}
