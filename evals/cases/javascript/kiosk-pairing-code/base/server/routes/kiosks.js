import { Router } from 'express'
import { factoryDevice } from '../auth.js'
import { beginPairing } from '../pairing.js'

const router = Router()

router.post('/kiosks/boot', factoryDevice, async (req, res) => {
  const code = await beginPairing(req.device.serial)
  res.status(201).json({ code })
})

export default router
