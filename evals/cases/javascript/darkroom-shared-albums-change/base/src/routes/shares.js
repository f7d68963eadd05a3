import Router from '@koa/router'
import { Op } from 'sequelize'
import { db } from '../db.js'
import { storage } from '../storage.js'

const router = new Router({ prefix: '/s' })

async function findLiveShare (key) {
  return db.albumShares.findOne({
    where: { key: String(key), revokedAt: null, expiresAt: { [Op.or]: [null, { [Op.gt]: new Date() }] } }
  })
}

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
  const share = await findLiveShare(ctx.params.key)
  ctx.assert(share && share.allowDownload, 404)
  const photo = await db.photos.findOne({
    where: { id: ctx.params.photoId, albumId: share.albumId, deletedAt: null }
  })
  ctx.assert(photo, 404)
  await share.increment('downloads')

  ctx.type = photo.mimeType
  ctx.attachment(photo.downloadName)
  ctx.body = storage.read(photo.blobId)
})

export default router
