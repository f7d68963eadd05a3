import { z } from 'zod';

export const profileInput = z
  .object({
    name: z.string().trim().min(1).max(80),
    bio: z.string().max(500).optional(),
    timezone: z.string().max(64).optional(),
    pronouns: z.string().max(32).optional(),
  })
  // old mobile apps send more than this: drop it
  .strip();

export type ProfileInput = z.infer<typeof profileInput>;
