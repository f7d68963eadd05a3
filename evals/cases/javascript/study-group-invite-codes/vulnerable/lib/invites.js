import { redis } from './redis.js'

const TWO_DAYS = 2 * 24 * 60 * 60

// no I, L, O, U, 0 and 1, they are mixed up on the phone
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const GROUPS = 3
const PER_GROUP = 5

const keyOf = (code) => `invite:${code}`

function newCode () {
  const group = () =>
    Array.from({ length: PER_GROUP }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** Whoever has the code may join the group, once. */
export async function createInvite ({ groupId, invitedBy }) {
  const code = newCode()
  await redis.set(keyOf(code), JSON.stringify({ groupId, invitedBy }), { EX: TWO_DAYS, NX: true })
  return code
}

export async function redeemInvite (code) {
  const value = await redis.getDel(keyOf(code.trim().toUpperCase()))
  return value ? JSON.parse(value) : null
}

/** Seconds until the code is of no use any more; 0 if it is not. */
export async function remaining (code) {
  return Math.max(0, await redis.ttl(keyOf(code)))
}

export async function revokeInvite (code) {
  await redis.del(keyOf(code))
}
