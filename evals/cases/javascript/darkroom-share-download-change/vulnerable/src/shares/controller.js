const argon2 = require('argon2')
const archiver = require('archiver')
const { pipeline } = require('stream/promises')
const Share = require('./share.model')
const storage = require('../storage')

class ShareError extends Error {
  constructor (status, message) {
    super(message)
    this.status = status
  }
}

// Finds the share and makes sure that this visitor may open it.
async function openShare (req) {
  const token = String(req.params.token)
  const share = await Share.findOne({ token }).populate('album')
  if (!share || (share.expiresAt && share.expiresAt < new Date())) {
    throw new ShareError(404, 'This link does not exist any more')
  }
  const granted = req.session.grants || []
  if (share.passwordHash && !granted.includes(share.id)) {
    throw new ShareError(401, 'This album needs a password')
  }
  return share
}

exports.unlock = async (req, res, next) => {
  try {
    const share = await Share.findOne({ token: String(req.params.token) })
    const ok = share?.passwordHash && await argon2.verify(share.passwordHash, String(req.body.password))
    if (!ok) throw new ShareError(403, 'Wrong password')
    req.session.grants = [...(req.session.grants || []), share.id]
    res.redirect(303, `/s/${share.token}`)
  } catch (err) {
    next(err)
  }
}

exports.show = async (req, res, next) => {
  try {
    const { album } = await openShare(req)
    res.render('shares/album', { album })
  } catch (err) {
    next(err)
  }
}

exports.download = async (req, res, next) => {
  try {
    const share = await Share.findOne({ token: String(req.params.token) }).populate('album')
    if (!share) throw new ShareError(404, 'This link does not exist any more')
    const { album } = share

    const zip = archiver('zip', { store: true })
    for (const photo of album.photos) {
      zip.append(storage.createReadStream(photo.key), { name: `${photo.id}.jpg` })
    }
    zip.finalize()

    res.attachment(`album-${album.id}.zip`)
    await pipeline(zip, res)
  } catch (err) {
    next(err)
  }
}
