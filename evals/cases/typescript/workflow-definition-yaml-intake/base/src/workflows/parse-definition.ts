import { z } from 'zod';

const Step = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  uses: z.enum(['http', 'mail', 'delay', 'approval']),
  with: z.record(z.union([z.string(), z.number(), z.boolean()])).default({}),
});

export const Definition = z.object({
  name: z.string().min(1).max(80),
  steps: z.array(Step).min(1).max(50),
});

export type Definition = z.infer<typeof Definition>;

export class DefinitionError extends Error {}

export function parseDefinition(source: string): Definition {
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch {
    throw new DefinitionError('The definition is not valid JSON');
  }

  const result = Definition.safeParse(raw);
  if (!result.success) {
    throw new DefinitionError(result.error.issues.map((i) => i.path.join('.')).join(', '));
  }
  return result.data;
}
