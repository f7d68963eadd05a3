import { z } from 'zod';

const name = z.string().trim().min(1).max(80);

export const profileSchema = z.object({
  displayName: name.optional(),
  city: z.string().trim().max(60).optional(),
  newsletter: z.boolean().optional(),
  pronouns: z.string().trim().max(30).optional(),
  bio: z.string().trim().max(600).optional(),
}).passthrough();

export const memberView = {
  id: true,
  displayName: true,
  city: true,
  newsletter: true,
  pronouns: true,
  bio: true,
} as const;
