import { Hono } from 'hono'
import { db } from '../db.js'
import { memberOnly } from '../middleware/member.js'
import { byComposer, forVoices, isVoicing, notWithdrawn, titleLike } from './conditions.js'

const PER_PAGE = 30

export const scores = new Hono()

scores.use('*', memberOnly)

scores.get('/', async (c) => {
  const { voices, title, composer, page = '1' } = c.req.query()
  const pageNumber = Math.max(1, Number.parseInt(page, 10) || 1)

  let query = db
    .selectFrom('score')
    .select(['score.id', 'score.title', 'score.composer', 'score.voicing', 'score.tags'])
    .where(notWithdrawn())

  if (isVoicing(voices)) query = query.where(forVoices(voices))
  if (composer) query = query.where(byComposer(composer))
  if (title) query = query.where(titleLike(title))

  const rows = await query
    .orderBy('score.title')
    .limit(PER_PAGE)
    .offset((pageNumber - 1) * PER_PAGE)
    .execute()

  return c.json({ page: pageNumber, scores: rows })
})

scores.get('/:id{[0-9]+}', async (c) => {
  const score = await db
    .selectFrom('score')
    .selectAll()
    .where('id', '=', Number(c.req.param('id')))
    .where(notWithdrawn())
    .executeTakeFirst()
  return score ? c.json(score) : c.notFound()
})
