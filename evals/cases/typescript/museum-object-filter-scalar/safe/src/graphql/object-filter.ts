import type { Document, Filter } from 'mongodb';

const FIELDS = ['material', 'room', 'period', 'title'] as const;

/** Only these fields can be searched, and only for equality. */
export function objectFilter(where?: Record<string, unknown> | null): Filter<Document> {
  const input = where ?? {};
  const filter: Filter<Document> = {};
  for (const field of FIELDS) {
    if (typeof input[field] === 'string') {
      filter[field] = input[field];
    }
  }
  return filter;
}
