import { z } from 'zod';

export const profileInput = z.object({
  name: z.string().trim().min(1).max(80),
  bio: z.string().max(500).optional(),
});

export type ProfileInput = z.infer<typeof profileInput>;
