import express from 'express'
import { createHash, randomBytes } from 'node:crypto'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

export function pairingRoutes (db, { keeperOnly, limiter }) {
  const hives = db.collection('hives')
  const api = express.Router()

  api.use(express.json({ limit: '8kb' }))

  api.post('/hives', keeperOnly, async (req, res) => {
    const pairingCode = randomBytes(10).toString('base64url')
    const { insertedId } = await hives.insertOne({
      keeper: req.keeper._id,
      name: String(req.body.name).slice(0, 60),
      pairingCode,
      paired: false
    })
    res.status(201).json({ id: insertedId, pairingCode })
  })

  // called by the gateway itself, which has nothing but the code on its sticker
  api.post('/pair', limiter, async (req, res) => {
    const { code, gateway = 'unnamed' } = req.body
    if (typeof code !== 'string' || code === '') return res.status(400).json({ error: 'code is needed' })

    const token = randomBytes(32).toString('hex')
    const hive = await hives.findOneAndUpdate(
      { pairingCode: code, paired: false },
      { $set: { paired: true, gateway: String(gateway), tokenHash: sha256(token) }, $unset: { pairingCode: '' } }
    )
    if (!hive) return res.status(404).json({ error: 'unknown code' })
    res.json({ hive: hive._id, token })
  })

  return api
}
