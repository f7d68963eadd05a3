import { type Kysely } from 'kysely';
import type { Database } from '../db/schema';
import type { Sort } from './sort';

export interface ReadingFilter {
  stationId: string;
  since: Date;
  limit: number;
  sort: Sort;
}

const SORTABLE = new Map<string, 'taken_at' | 'level_cm' | 'surge_cm'>([
  ['taken_at', 'taken_at'],
  ['level_cm', 'level_cm'],
  ['surge_cm', 'surge_cm'],
]);

export class ReadingsRepository {
  constructor(private readonly db: Kysely<Database>) {}

  async latest(stationId: string) {
    return this.db
      .selectFrom('reading')
      .selectAll()
      .where('station_id', '=', stationId)
      .orderBy('taken_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  async list(filter: ReadingFilter) {
    let query = this.db
      .selectFrom('reading')
      .select(['id', 'taken_at', 'level_cm', 'surge_cm', 'quality'])
      .where('station_id', '=', filter.stationId)
      .where('taken_at', '>=', filter.since)
      .limit(filter.limit);

    const { field, descending } = filter.sort;
    query = query.orderBy(SORTABLE.get(field) ?? 'taken_at', descending ? 'desc' : 'asc');
    return query.execute();
  }
}
