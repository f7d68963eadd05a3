import { Router } from 'express'
import { z } from 'zod'
import { prisma } from '../prisma'
import { requireUser } from '../session'
import { PlanStore } from './plan-store'

const store = new PlanStore(prisma)
const Rename = z.object({ name: z.string().min(1).max(80) })

export const plans = Router()

plans.use(requireUser)

plans.get('/', async (req, res) => {
  res.json(await store.ofUser(req.user!.id))
})

plans.put('/:id/name', async (req, res) => {
  const { name } = Rename.parse(req.body)
  const done = await store.rename(req.params.id, req.user!.id, name)
  res.sendStatus(done ? 204 : 404)
})
