import multer from 'multer'
import { requireMember } from '../auth/require-member.js'
import { blobs } from './blobs.js'
import { insertFile } from './insert-file.js'

const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml', 'application/pdf']

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 4 * 1024 * 1024, files: 1 },
  fileFilter: (req, file, done) => done(null, ACCEPTED.includes(file.mimetype))
}).single('file')

export const uploadFile = [
  requireMember,
  receive,
  async (req, res, next) => {
    try {
      if (!req.file) {
        return res.status(415).json({ error: 'This kind of file is not accepted' })
      }
      const blobKey = await blobs.write(req.file.buffer)
      const file = await insertFile({
        choirId: req.member.choirId,
        name: req.file.originalname,
        mimeType: req.file.mimetype,
        size: req.file.size,
        blobKey
      })
      res.status(201).json({ id: file.id, name: file.name })
    } catch (err) {
      next(err)
    }
  }
]
