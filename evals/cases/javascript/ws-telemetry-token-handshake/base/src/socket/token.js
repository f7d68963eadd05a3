import jwt from 'jsonwebtoken'
import { keys } from '../keys.js'

const OPTIONS = { algorithms: ['RS256'], audience: 'telemetry' }

export function readToken (token) {
  return jwt.verify(token, keys.current, OPTIONS)
}
