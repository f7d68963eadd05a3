import { requireMember } from '../auth/require-member.js'
import { blobs } from './blobs.js'
import { findFile } from './find-file.js'

const asciiName = (name) => name.replace(/[^\w.-]+/g, '_')

export const serveFile = [
  requireMember,
  async (req, res, next) => {
    try {
      const file = await findFile(req.params.fileId, req.member.choirId)
      if (!file) {
        return res.sendStatus(404)
      }
      res.setHeader('X-Content-Type-Options', 'nosniff')
      res.setHeader('Content-Length', String(file.size))
      res.setHeader('Cache-Control', 'private, max-age=3600')
      res.type(file.mimeType)
      res.setHeader('Content-Disposition', `inline; filename="${asciiName(file.name)}"`)
      blobs.read(file.blobKey).on('error', next).pipe(res)
    } catch (err) {
      next(err)
    }
  }
]
