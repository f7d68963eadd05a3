import { createReadStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import multer from 'multer'
import { requireBandLeader, requireUser } from '../middleware/auth.js'
import { bands } from '../models/bands.js'

const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg'
}

const upload = multer({
  dest: process.env.UPLOAD_TMP,
  limits: { fileSize: 512 * 1024, files: 1 },
  fileFilter: (req, file, done) => done(null, Object.hasOwn(EXTENSIONS, file.mimetype))
})

export default function crests ({ crestDir }) {
  const router = Router()

  router.put('/bands/:bandId/crest', requireUser, requireBandLeader, upload.single('crest'), async (req, res, next) => {
    if (!req.file) return res.status(415).json({ error: 'PNG, JPEG or SVG, please' })
    try {
      const mime = req.file.mimetype
      const target = path.join(crestDir, `${randomUUID()}.${EXTENSIONS[mime]}`)
      await rename(req.file.path, target)
      await bands.setCrest(req.band.id, { path: target, mime })
      res.status(204).end()
    } catch (err) {
      next(err)
    }
  })

  router.get('/bands/:bandId/crest', requireUser, async (req, res, next) => {
    const crest = await bands.crestOf(Number(req.params.bandId))
    if (!crest) return res.status(404).end()

    res.type(crest.mime)
    res.set('X-Content-Type-Options', 'nosniff')
    res.set('Cache-Control', 'private, max-age=3600')
    createReadStream(crest.path).on('error', next).pipe(res)
  })

  return router
}
