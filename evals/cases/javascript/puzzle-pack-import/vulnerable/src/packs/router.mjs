import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Router } from 'express'
import multer from 'multer'
import { requireEditor } from '../auth.mjs'
import { packs } from '../db.mjs'
import { unpack } from './unpack.mjs'

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5 * 1024 * 1024 } })

export function packRouter({ packDir }) {
  const router = Router()
  router.use(requireEditor)

  router.get('/', async (req, res) => {
    res.json(await packs.listFor(req.editor.id))
  })

  router.post('/import', upload.single('pack'), async (req, res, next) => {
    if (!req.file) return res.status(400).json({ error: 'pack missing' })
    const id = randomUUID()
    try {
      const names = await unpack(req.file.buffer, path.join(packDir, id))
      await packs.create({ id, editorId: req.editor.id, files: names })
      res.status(201).json({ id, files: names.length })
    } catch (err) {
      if (err instanceof RangeError) return res.status(422).json({ error: err.message })
      next(err)
    }
  })

  return router
}
