import postgres from 'postgres';

const REASONS: Record<string, string> = {
  '23505': 'This SKU is in stock already',
  '23514': 'The quantity must not be negative',
};

/** One line for the import result table. */
export function explain(err: unknown): string {
  if (err instanceof postgres.PostgresError && err.code in REASONS) {
    return REASONS[err.code];
  }
  console.error('stock import row failed', err);
  return 'Could not be saved';
}
