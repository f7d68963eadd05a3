import { logger } from '../logger.js';
import { actions } from './actions.js';

export class RuleEngine {
  constructor(ruleStore) {
    this.ruleStore = ruleStore;
  }

  async handle(event) {
    const rules = await this.ruleStore.forEvent(event.tenantId, event.type);
    for (const rule of rules) {
      await this.run(rule, event);
    }
  }

  async run(rule, event) {
    const action = Object.hasOwn(actions, rule.action) ? actions[rule.action] : null;
    if (!action) {
      logger.warn({ rule: rule.id }, 'unknown action');
      return;
    }
    await action(rule.settings, event);
  }
}
