import { logger } from '../logger.js';
import { actions } from './actions.js';

const CONDITION = /^\s*(amount|status|country)\s*(===|!==|>=|<=|>|<)\s*("[^"]{0,100}"|\d{1,12})\s*$/;

const OPERATORS = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
};

export class RuleEngine {
  constructor(ruleStore) {
    this.ruleStore = ruleStore;
    this.compiled = new Map();
  }

  async handle(event) {
    const rules = await this.ruleStore.forEvent(event.tenantId, event.type);
    for (const rule of rules) {
      if (this.matches(rule, event)) {
        await this.run(rule, event);
      }
    }
  }

  matches(rule, event) {
    if (!rule.condition) return true;
    try {
      return Boolean(this.predicate(rule)(event.payload));
    } catch (err) {
      logger.warn({ rule: rule.id, err }, 'condition could not be evaluated');
      return false;
    }
  }

  predicate(rule) {
    const key = `${rule.id}:${rule.version}`;
    if (!this.compiled.has(key)) {
      this.compiled.set(key, this.compile(rule.condition));
    }
    return this.compiled.get(key);
  }

  compile(condition) {
    const [, field, operator, literal] = CONDITION.exec(condition) ?? [];
    if (!field) throw new Error('condition is not understood');
    const value = JSON.parse(literal);
    return (record) => OPERATORS[operator](record[field], value);
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
