import { z } from 'zod';

/** What growers send to PUT /houses/:id/rules/:ruleId. */
export const RuleInput = z.object({
  label: z.string().max(80),
  /** JsonLogic, such as: {"and": [{">": [{"var": "temperature"}, 30]}, ...]} */
  condition: z.record(z.unknown()).refine((tree) => JSON.stringify(tree).length <= 500),
  notify: z.array(z.string().email()).max(5),
});

export type Rule = z.infer<typeof RuleInput> & { id: string; houseId: number };

export interface Reading {
  temperature: number;
  humidity: number;
  co2: number;
  takenAt: string;
}
