import crypto from 'node:crypto'
import { Kiosk } from './models/kiosk.js'

const sha256 = (text) => crypto.createHash('sha256').update(text).digest('hex')

/** A kiosk asks for a code when it boots for the first time. */
export async function beginPairing (serial) {
  const code = crypto.randomBytes(9).toString('base64url')
  await Kiosk.updateOne({ serial: String(serial) }, { $set: { pairingCode: code, venue: null } })
  return code
}

/** Gives the kiosk to the venue and hands out the token it will use from now on. */
export async function finishPairing (code, venueId) {
  const token = crypto.randomBytes(32).toString('hex')
  const kiosk = await Kiosk.findOneAndUpdate(
    { pairingCode: code, venue: null },
    { $set: { venue: venueId, pairingCode: null, tokenHash: sha256(token) } },
    { new: true }
  )
  return kiosk && { id: kiosk.id, token }
}

export async function kioskByToken (token) {
  return Kiosk.findOne({ tokenHash: sha256(token) }).lean()
}
