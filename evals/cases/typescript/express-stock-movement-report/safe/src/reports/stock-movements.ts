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
  reasons: string[];
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
        WHERE ${this.conditions().join(' AND ')}
        ORDER BY m.moved_at DESC
        LIMIT 1000`,
      { type: QueryTypes.SELECT, replacements: { ...this.filter } },
    );
  }

  private conditions(): string[] {
    const conditions = [
      'm.warehouse_code = :warehouse',
      "m.moved_at > NOW() - :days * INTERVAL '1 day'",
    ];
    if (this.filter.reasons.length > 0) {
      conditions.push('m.reason IN (:reasons)');
    }
    return conditions;
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
