import type { Reading, Rule } from './rule';

type Predicate = (reading: Reading) => unknown;

function predicate(condition: string): Predicate {
  return new Function('r', `"use strict"; return (${condition});`) as Predicate;
}

export const fires = (rule: Rule, reading: Reading): boolean => Boolean(predicate(rule.condition)(reading));
