import express from 'express'
import { branchManager } from './auth.mjs'
import { layouts } from './store.mjs'
import { merge } from '../lib/merge.mjs'

const DEFAULTS = Object.freeze({
  header: { logo: true, clock: true },
  tiles: ['tickets', 'map'],
  idle: { seconds: 90, video: null },
})

export const router = express.Router()

router.use(express.json({ limit: '32kb' }), branchManager)

router.get('/kiosks/:id/layout', async (req, res) => {
  const saved = await layouts.get(req.branch.id, req.params.id)
  res.json(merge(structuredClone(DEFAULTS), saved ?? {}))
})

router.patch('/kiosks/:id/layout', async (req, res) => {
  if (req.body === null || typeof req.body !== 'object') {
    return res.status(400).json({ error: 'an object is needed' })
  }
  const saved = (await layouts.get(req.branch.id, req.params.id)) ?? {}
  const layout = merge(saved, req.body)
  await layouts.put(req.branch.id, req.params.id, layout)
  res.json(layout)
})
