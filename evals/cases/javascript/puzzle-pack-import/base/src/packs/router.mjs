import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Router } from 'express'
import multer from 'multer'
import { requireEditor } from '../auth.mjs'
import { packs } from '../db.mjs'

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5 * 1024 * 1024 } })

export function packRouter({ packDir }) {
  const router = Router()
  router.use(requireEditor)

  router.get('/', async (req, res) => {
    res.json(await packs.listFor(req.editor.id))
  })

  return router
}
