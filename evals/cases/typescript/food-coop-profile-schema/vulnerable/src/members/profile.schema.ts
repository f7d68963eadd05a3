import { createUpdateSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { members } from '../db/tables';

export const profileUpdate = createUpdateSchema(members, {
  displayName: (field) => field.min(1).max(80),
});

export type ProfileUpdate = z.infer<typeof profileUpdate>;
