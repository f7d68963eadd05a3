import { QueryTypes, Sequelize } from 'sequelize';

export interface Movement {
  sku: string;
  quantity: number;
  reason: string;
  movedAt: Date;
}

export interface Filter {
  warehouse: string;
  days: number;
}

export class StockMovementReport {
  constructor(
    private readonly db: Sequelize,
    private readonly filter: Filter,
  ) {}

  async rows(): Promise<Movement[]> {
    return this.db.query<Movement>(
      `SELECT m.sku, m.quantity, m.reason, m.moved_at AS "movedAt"
         FROM stock_movements m
        WHERE m.warehouse_code = :warehouse AND m.moved_at > NOW() - :days * INTERVAL '1 day'
        ORDER BY m.moved_at DESC
        LIMIT 1000`,
      { type: QueryTypes.SELECT, replacements: { ...this.filter } },
    );
  }

  /** Net change per article, for the summary line of the report. */
  async totals(): Promise<Map<string, number>> {
    const totals = new Map<string, number>();
    for (const { sku, quantity } of await this.rows()) {
      totals.set(sku, (totals.get(sku) ?? 0) + quantity);
    }
    return totals;
  }
}
