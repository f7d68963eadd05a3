import type { Reading, Rule } from './rule';

export const fires = (rule: Rule, reading: Reading): boolean => reading[rule.sensor] > rule.above;
