import { Router } from 'express'
import rateLimit from 'express-rate-limit'
import { venueManager, factoryDevice } from '../auth.js'
import { beginPairing, finishPairing } from '../pairing.js'

const router = Router()
const slow = rateLimit({ windowMs: 60_000, limit: 10 })

router.post('/kiosks/boot', factoryDevice, async (req, res) => {
  const code = await beginPairing(req.device.serial)
  res.status(201).json({ code })
})

router.post('/kiosks/pair', venueManager, slow, async (req, res, next) => {
  try {
    const { code } = req.body
    if (!code) return res.status(400).json({ error: 'code is missing' })
    const paired = await finishPairing(code, req.manager.venueId)
    if (!paired) return res.status(404).json({ error: 'unknown code' })
    res.json(paired)
  } catch (err) {
    next(err)
  }
})

export default router
