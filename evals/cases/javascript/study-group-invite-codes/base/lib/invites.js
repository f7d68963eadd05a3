import { randomBytes } from 'node:crypto'
import { redis } from './redis.js'

const TWO_DAYS = 2 * 24 * 60 * 60

const keyOf = (code) => `invite:${code}`

function newCode () {
  return randomBytes(18).toString('base64url')
}

/** Whoever has the code may join the group, once. */
export async function createInvite ({ groupId, invitedBy }) {
  const code = newCode()
  await redis.set(keyOf(code), JSON.stringify({ groupId, invitedBy }), { EX: TWO_DAYS, NX: true })
  return code
}

export async function redeemInvite (code) {
  const value = await redis.getDel(keyOf(code))
  return value ? JSON.parse(value) : null
}

/** Seconds until the code is of no use any more; 0 if it is not. */
export async function remaining (code) {
  return Math.max(0, await redis.ttl(keyOf(code)))
}

export async function revokeInvite (code) {
  await redis.del(keyOf(code))
}
