import { z } from 'zod';

export const profileUpdate = z.object({
  displayName: z.string().min(1).optional(),
  phone: z.string().nullable().optional(),
  pickupSlot: z.string().optional(),
});

export type ProfileUpdate = z.infer<typeof profileUpdate>;
