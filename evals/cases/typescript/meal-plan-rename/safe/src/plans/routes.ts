import { Router } from 'express'
import { z } from 'zod'
import { prisma } from '../prisma'
import { requireUser } from '../session'
import { PlanStore } from './plan-store'

const store = new PlanStore(prisma)
const Patch = z.object({ name: z.string().min(1).max(80), pinned: z.boolean() }).partial()

export const plans = Router()

plans.use(requireUser)

plans.get('/', async (req, res) => {
  res.json(await store.ofUser(req.user!.id))
})

plans.patch('/:id', async (req, res) => {
  res.json(await store.patch(req.params.id, req.user!.id, Patch.parse(req.body)))
})
