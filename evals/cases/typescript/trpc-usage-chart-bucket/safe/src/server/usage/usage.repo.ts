import { db } from '@/server/db';

export interface UsagePoint {
  at: Date;
  calls: bigint;
}

export function usageSeries(workspaceId: string, from: Date, to: Date, bucket: string) {
  return db.$queryRaw<UsagePoint[]>`
    SELECT date_trunc(${bucket}, created_at) AS at, count(*) AS calls
    FROM api_call
    WHERE workspace_id = ${workspaceId} AND created_at >= ${from} AND created_at < ${to}
    GROUP BY 1
    ORDER BY 1
  `;
}
