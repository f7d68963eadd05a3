import Router from '@koa/router'
import { db } from '../db.js'
import { findLiveShare, photoForShare } from '../albums/downloads.js'
import { storage } from '../storage.js'

const router = new Router({ prefix: '/s' })

router.get('/:key', async (ctx) => {
  const share = await findLiveShare(ctx.params.key)
  ctx.assert(share, 404)
  const photos = await db.photos.findAll({
    where: { albumId: share.albumId, deletedAt: null },
    attributes: ['id', 'title', 'width', 'height']
  })
  ctx.body = { photos, allowDownload: share.allowDownload }
})

router.get('/:key/photos/:photoId/original', async (ctx) => {
  const photo = await photoForShare(ctx.params.key, ctx.params.photoId)
  ctx.assert(photo, 404)

  ctx.type = photo.mimeType
  ctx.attachment(photo.downloadName)
  ctx.body = storage.read(photo.blobId)
})

export default router
