import { Hono } from 'hono';
import { and, eq, gte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { db } from '../db';
import { germinationTests as tests } from '../db/schema';
import { requireCurator, type CuratorEnv } from '../middleware/curator';

const query = z.object({
  since: z.coerce.date().optional(),
});

export const germination = new Hono<CuratorEnv>()
  .use(requireCurator)
  .get('/', zValidator('query', query), async (c) => {
    const { since } = c.req.valid('query');
    const bank = c.get('curator').bankId;

    const rows = await db
      .select({
        key: tests.species,
        sown: sql<number>`sum(${tests.sown})`,
        sprouted: sql<number>`sum(${tests.sprouted})`,
      })
      .from(tests)
      .where(and(eq(tests.bankId, bank), since ? gte(tests.startedAt, since) : undefined))
      .groupBy(tests.species);

    return c.json({
      rows: rows.map((r) => ({ ...r, rate: r.sown ? r.sprouted / r.sown : null })),
    });
  });
