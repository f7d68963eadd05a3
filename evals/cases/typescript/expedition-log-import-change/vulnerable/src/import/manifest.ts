import { z } from 'zod';

const Attachment = z.object({
  /** field of the multipart form that has the content */
  field: z.string().max(40),
  name: z.string().min(1).max(180),
  takenAt: z.string().datetime().optional(),
});

export const Manifest = z.object({
  version: z.literal(3),
  title: z.string().max(200),
  entries: z
    .array(z.object({ day: z.number().int().min(1), text: z.string().max(20_000), attachments: z.array(Attachment).max(20) }))
    .max(400),
});

export type Manifest = z.infer<typeof Manifest>;
