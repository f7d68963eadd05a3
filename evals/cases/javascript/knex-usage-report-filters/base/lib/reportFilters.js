/**
 * Turns the filters of the report screen into conditions that
 * usageReport.js can apply one after the other.
 */
const BUCKETS = { day: 'day', week: 'week', month: 'month' };

function bucketExpression(bucket) {
  return `date_trunc('${BUCKETS[bucket] || 'day'}', u.recorded_at)`;
}

module.exports = { bucketExpression };
