import { prisma } from './prisma';

export interface RevenueRow {
  period: Date;
  invoices: number;
  cents: number;
}

export interface RevenueQuery {
  accountId: string;
  from: Date;
  interval: string;
  currency: string;
}

export function revenue({ accountId, from, interval, currency }: RevenueQuery): Promise<RevenueRow[]> {
  const sql = `
    SELECT date_trunc('${interval}', paid_at) AS period, count(*)::int AS invoices, sum(cents)::int AS cents
      FROM invoices
     WHERE account_id = $1 AND paid_at >= $2
       AND currency = '${currency}'
     GROUP BY 1
     ORDER BY 1`;
  return prisma.$queryRawUnsafe<RevenueRow[]>(sql, accountId, from);
}
