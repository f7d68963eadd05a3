import type { Knex } from 'knex';
import { BadRequest } from '../http/errors';

export type AttributeMatch = { name: string; value: string };

/** One expression index each, see migrations/0031_attribute_indexes. */
const INDEXED: readonly string[] = ['queen', 'frame', 'race', 'origin'];

/** `queen=marked,frame=dadant` as the beekeepers type it in the search box. */
export function parseMatches(input: string): AttributeMatch[] {
  return input
    .split(',')
    .map((pair) => pair.split('='))
    .filter((pair) => pair.length === 2)
    .map(([name, value]) => ({ name: name.trim(), value: value.trim() }));
}

function applyMatches(builder: Knex.QueryBuilder, matches: AttributeMatch[]): void {
  for (const { name, value } of matches) {
    if (!INDEXED.includes(name)) {
      throw new BadRequest('Unknown attribute');
    }
    // the planner only picks the index when the key is a literal
    builder.whereRaw(`hives.attributes->>'${name}' = ?`, [value]);
  }
}

export async function searchHives(knex: Knex, apiaryId: number, text: string) {
  const matches = parseMatches(text);
  if (matches.length > 8) {
    throw new BadRequest('Too many conditions');
  }
  return knex('hives')
    .select('hives.id', 'hives.label', 'hives.attributes', 'hives.last_inspection')
    .where('hives.apiary_id', apiaryId)
    .modify((builder) => applyMatches(builder, matches))
    .orderBy('hives.label')
    .limit(200);
}
