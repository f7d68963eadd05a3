import type { Knex } from 'knex';

export interface Variety {
  id: number;
  name: string;
  family: string;
  days_to_maturity: number;
}

export interface SearchOptions {
  family?: string;
  page?: number;
}

const PAGE_SIZE = 30;

export class VarietySearch {
  constructor(private readonly knex: Knex) {}

  async find(text: string, { family, page = 1 }: SearchOptions = {}): Promise<Variety[]> {
    const needle = text.trim().toLowerCase();
    const select = this.knex<Variety>('variety as v')
      .select('v.id', 'v.name', 'v.family', 'v.days_to_maturity')
      .orderBy('v.name')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);

    if (needle) {
      // every word has to be somewhere in the name or the notes
      const words = needle.split(/\s+/).slice(0, 6);
      const clauses = words.map(() => "LOWER(v.name || ' ' || v.notes) LIKE ?");
      select.whereRaw(clauses.join(' AND '), words.map((word) => `%${word}%`));
    }
    if (family) {
      select.where('v.family', family);
    }
    return select;
  }
}
