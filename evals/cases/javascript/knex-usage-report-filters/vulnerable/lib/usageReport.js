const { bucketExpression, labelConditions } = require('./reportFilters');

function usageReport(knex, workspaceId, query) {
  const bucket = bucketExpression(query.bucket);

  const report = knex('usage_events as u')
    .select(knex.raw(`${bucket} as bucket`))
    .sum({ units: 'u.units' })
    .where('u.workspace_id', workspaceId)
    .groupByRaw(bucket)
    .orderBy('bucket');

  return labelConditions(query).reduce((q, condition) => q.whereRaw(condition), report);
}

module.exports = { usageReport };
