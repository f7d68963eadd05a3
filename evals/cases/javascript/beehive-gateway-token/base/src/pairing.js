import express from 'express'
import { randomBytes } from 'node:crypto'

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

  return api
}
