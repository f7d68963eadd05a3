import { z } from 'zod';

const schema = z.object({
  STAGE: z.enum(['development', 'staging', 'production']),
  WEB_ORIGINS: z.string().min(1),
  DATABASE_URL: z.string().url(),
  SESSION_KEY: z.string().min(32),
  PORT: z.coerce.number().int().default(8080),
});

export const env = schema.parse(process.env);
