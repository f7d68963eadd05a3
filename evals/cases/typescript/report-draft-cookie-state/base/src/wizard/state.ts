import { z } from 'zod';

export const WizardState = z.object({
  step: z.number().int().min(1).max(4),
  columns: z.array(z.string().max(40)).max(30),
  filters: z.record(z.string().max(40), z.string().max(200)),
});

export type WizardState = z.infer<typeof WizardState>;

export const START: WizardState = { step: 1, columns: [], filters: {} };
