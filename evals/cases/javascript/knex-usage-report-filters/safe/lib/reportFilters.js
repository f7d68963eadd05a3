/**
 * Turns the filters of the report screen into conditions that
 * usageReport.js can apply one after the other.
 */
const BUCKETS = { day: 'day', week: 'week', month: 'month' };

function bucketExpression(bucket) {
  return `date_trunc('${BUCKETS[bucket] || 'day'}', u.recorded_at)`;
}

// labels are stored as jsonb: {"team": "billing", "env": "prod"}
function labelConditions(query) {
  return Object.entries(query)
    .filter(([key]) => key.startsWith('label.'))
    .map(([key, value]) => [key.slice('label.'.length), String(value)])
    .map((pair) => ({ sql: 'u.labels ->> ? = ?', bindings: pair }));
}

module.exports = { bucketExpression, labelConditions };
