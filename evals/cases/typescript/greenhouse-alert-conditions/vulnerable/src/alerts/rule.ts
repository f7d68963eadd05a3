import { z } from 'zod';

/** What growers send to PUT /houses/:id/rules/:ruleId. */
export const RuleInput = z.object({
  label: z.string().max(80),
  /** such as: r.temperature > 30 && r.humidity < 40 */
  condition: z.string().min(1).max(500),
  notify: z.array(z.string().email()).max(5),
});

export type Rule = z.infer<typeof RuleInput> & { id: string; houseId: number };

export interface Reading {
  temperature: number;
  humidity: number;
  co2: number;
  takenAt: string;
}
