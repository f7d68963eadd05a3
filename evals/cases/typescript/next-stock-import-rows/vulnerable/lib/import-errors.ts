import postgres from 'postgres';

/** One line for the import result table. */
export function explain(err: unknown): string {
  if (err instanceof postgres.PostgresError) {
    return [err.message, err.detail, err.table_name].filter(Boolean).join(' / ');
  }
  return String(err);
}
