import jwt from 'jsonwebtoken'
import { keys } from '../keys.js'

const OPTIONS = { algorithms: ['RS256'], audience: 'telemetry' }

// During rotation clients hold tokens of the previous key for up to an hour.
export function readToken (token) {
  try {
    return jwt.verify(token, keys.current, OPTIONS)
  } catch (err) {
    if (!keys.previous) throw err
    return jwt.verify(token, keys.previous, OPTIONS)
  }
}

export function issueToken (fleetId) {
  return jwt.sign({ fleet: fleetId }, keys.signing, { algorithm: 'RS256', audience: OPTIONS.audience, expiresIn: '1h' })
}
