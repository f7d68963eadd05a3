import { Op } from 'sequelize'
import { db } from '../db.js'

export async function findLiveShare (shareKey) {
  return db.albumShares.findOne({
    where: {
      key: String(shareKey),
      revokedAt: null,
      expiresAt: { [Op.or]: [null, { [Op.gt]: new Date() }] }
    }
  })
}

/**
 * The photo a visitor may have with a share key, or null.
 */
export async function photoForShare (shareKey, photoId) {
  const share = await findLiveShare(shareKey)
  if (!share || !share.allowDownload) return null

  const photo = await db.photos.findOne({ where: { id: photoId, albumId: share.albumId } })
  if (!photo || photo.deletedAt) return null

  await share.increment('downloads')
  return photo
}
