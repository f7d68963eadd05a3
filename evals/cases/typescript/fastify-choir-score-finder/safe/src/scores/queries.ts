import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../db';
import { scores } from '../db/schema';

export interface ScoreFilter {
  choirId: number;
  voicing?: string;
  term?: string;
}

const haystack = `coalesce(composer, '') || ' ' || title`;

function matches(term: string): SQL {
  return sql`${sql.raw(haystack)} ILIKE ${'%' + term + '%'}`;
}

export async function findScores(db: Db, filter: ScoreFilter) {
  const conditions = [eq(scores.choirId, filter.choirId)];

  if (filter.voicing) {
    conditions.push(eq(scores.voicing, filter.voicing));
  }
  if (filter.term) {
    conditions.push(matches(filter.term));
  }

  return db
    .select({ id: scores.id, title: scores.title, composer: scores.composer, copies: scores.copies })
    .from(scores)
    .where(and(...conditions))
    .orderBy(asc(scores.title))
    .limit(100);
}
