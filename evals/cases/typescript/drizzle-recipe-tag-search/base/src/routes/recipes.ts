import { and, desc, eq, ilike } from 'drizzle-orm';
import { Hono } from 'hono';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { db } from '../db';
import { recipes } from '../db/schema';

const listQuery = z.object({
  q: z.string().trim().max(80).optional(),
  page: z.coerce.number().int().min(1).max(500).default(1),
});

const PAGE_SIZE = 24;

export const recipeRoutes = new Hono().get('/', zValidator('query', listQuery), async (c) => {
  const { q, page } = c.req.valid('query');

  const conditions = [eq(recipes.published, true)];
  if (q) {
    conditions.push(ilike(recipes.title, `%${q}%`));
  }

  const rows = await db
    .select({ id: recipes.id, title: recipes.title, minutes: recipes.minutes })
    .from(recipes)
    .where(and(...conditions))
    .orderBy(desc(recipes.createdAt))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);

  return c.json({ page, recipes: rows });
});
