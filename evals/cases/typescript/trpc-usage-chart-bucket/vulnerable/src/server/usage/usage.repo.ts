import { db } from '@/server/db';

export interface UsagePoint {
  at: Date;
  calls: bigint;
}

export function usageSeries(workspaceId: string, from: Date, to: Date, bucket: string) {
  return db.$queryRawUnsafe<UsagePoint[]>(
    `SELECT date_trunc('${bucket}', created_at) AS at, count(*) AS calls
     FROM api_call
     WHERE workspace_id = $1 AND created_at >= $2 AND created_at < $3
     GROUP BY 1
     ORDER BY 1`,
    workspaceId,
    from,
    to,
  );
}
