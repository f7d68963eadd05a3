import jsonLogic, { type RulesLogic } from 'json-logic-js';
import type { Reading, Rule } from './rule';

export const fires = (rule: Rule, reading: Reading): boolean =>
  Boolean(jsonLogic.apply(rule.condition as RulesLogic, reading));
