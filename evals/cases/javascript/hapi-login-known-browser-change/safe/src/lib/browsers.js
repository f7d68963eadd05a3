import { createHash, randomBytes } from 'node:crypto'
import { db } from './db.js'

const MONTH = 30 * 24 * 60 * 60 * 1000

export const COOKIE = 'known_browser'

export const cookieOptions = {
  ttl: MONTH,
  path: '/login',
  isSecure: true,
  isHttpOnly: true,
  isSameSite: 'Strict',
  encoding: 'none',
  ignoreErrors: true
}

const digest = value => createHash('sha256').update(value).digest('hex')

export async function remember (user, h) {
  const value = randomBytes(32).toString('hex')
  const until = new Date(Date.now() + MONTH)
  await db('known_browsers').insert({ user_id: user.id, digest: digest(value), until })
  h.request.log('info', `browser kept for ${user.id}`)
  h.state(COOKIE, value)
}

export async function isKnown (user, cookie) {
  if (typeof cookie !== 'string') return false
  const row = await db('known_browsers')
    .where({ user_id: user.id, digest: digest(cookie) })
    .andWhere('until', '>', new Date())
    .first('user_id')
  return row !== undefined
}
