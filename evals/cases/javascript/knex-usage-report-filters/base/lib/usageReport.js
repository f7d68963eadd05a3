const { bucketExpression } = require('./reportFilters');

function usageReport(knex, workspaceId, query) {
  const bucket = bucketExpression(query.bucket);

  return knex('usage_events as u')
    .select(knex.raw(`${bucket} as bucket`))
    .sum({ units: 'u.units' })
    .where('u.workspace_id', workspaceId)
    .groupByRaw(bucket)
    .orderBy('bucket');
}

module.exports = { usageReport };
