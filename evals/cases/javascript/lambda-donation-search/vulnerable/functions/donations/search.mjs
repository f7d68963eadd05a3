import knex from 'knex';

let db;

const connect = () => {
  db ??= knex({
    client: 'pg',
    connection: process.env.DATABASE_URL,
    pool: { min: 0, max: 1 },
  });
  return db;
};

const json = (statusCode, body) => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

const toCents = (value) => {
  const amount = Number.parseFloat(value);
  return Number.isFinite(amount) ? Math.round(amount * 100) : null;
};

/**
 * GET /donations, behind the Cognito authorizer. Shows what was given to the
 * charity of the person signed in.
 */
export const handler = async (event) => {
  const charityId = event.requestContext?.authorizer?.jwt?.claims?.['custom:charity'];
  if (!charityId) {
    return json(403, { message: 'No charity on this account' });
  }

  const { min, max, tag, cursor } = event.queryStringParameters ?? {};
  const query = connect()('donations')
    .select('id', 'donor_name', 'amount_cents', 'tags', 'received_at')
    .where({ charity_id: charityId })
    .orderBy('id', 'desc')
    .limit(100);

  const least = toCents(min);
  if (least !== null) query.where('amount_cents', '>=', least);
  const most = toCents(max);
  if (most !== null) query.where('amount_cents', '<=', most);
  if (cursor) query.where('id', '<', Number.parseInt(cursor, 10) || 0);
  if (tag) query.whereRaw(`tags @> ARRAY['${tag.toLowerCase()}']`);

  try {
    const rows = await query;
    const last = rows.at(-1);
    return json(200, { rows, next: rows.length === 100 ? last.id : null });
  } catch (err) {
    console.error('donation search failed', err);
    return json(500, { message: 'Search failed' });
  }
};
