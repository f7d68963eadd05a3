import { Router } from 'express'
import { Queue } from 'bullmq'
import { connection } from '../queue'
import { mirrors } from '../db/mirrors'
import { requireUser } from '../auth'

const queue = new Queue('mirror', { connection })
export const api = Router()

api.post('/mirrors/:id/update', requireUser, async (req, res) => {
  const mirror = await mirrors.findOwned(Number(req.params.id), req.user!.id)
  if (!mirror) return res.sendStatus(404)
  const branch = req.body.branch ? String(req.body.branch) : undefined
  await queue.add('update', { mirrorId: mirror.id, branch })
  return res.sendStatus(202)
})
