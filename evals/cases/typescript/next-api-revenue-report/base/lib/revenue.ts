import { prisma } from './prisma';

export interface RevenueRow {
  period: Date;
  invoices: number;
  cents: number;
}

export interface RevenueQuery {
  accountId: string;
  from: Date;
}

export function revenue({ accountId, from }: RevenueQuery): Promise<RevenueRow[]> {
  return prisma.$queryRaw<RevenueRow[]>`
    SELECT date_trunc('month', paid_at) AS period, count(*)::int AS invoices, sum(cents)::int AS cents
      FROM invoices
     WHERE account_id = ${accountId} AND paid_at >= ${from}
     GROUP BY 1
     ORDER BY 1`;
}
