'use strict';

const TTL_SECONDS = 400 * 24 * 60 * 60;

const keyOf = (operatorId) => `dashboard:${operatorId}`;

class DashboardStore {
  constructor(redis) {
    this.redis = redis;
  }

  async load(operatorId) {
    const text = await this.redis.get(keyOf(operatorId));
    return text ? JSON.parse(text) : { widgets: {}, theme: 'light' };
  }

  async save(operatorId, dashboard) {
    await this.redis.set(keyOf(operatorId), JSON.stringify(dashboard), { EX: TTL_SECONDS });
  }
}

module.exports = { DashboardStore };
