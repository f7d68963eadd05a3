import { randomBytes, scrypt as scryptCb, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const scrypt = promisify(scryptCb)

const PARAMS = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const KEY_LENGTH = 32

export async function seal (password) {
  const salt = randomBytes(16)
  const key = await scrypt(password.normalize('NFKC'), salt, KEY_LENGTH, PARAMS)
  return ['scrypt', salt.toString('base64'), key.toString('base64')].join('$')
}

export async function matches (password, sealed) {
  const [, salt, key] = sealed.split('$')
  const wanted = Buffer.from(key, 'base64')
  const given = await scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64'), wanted.length, PARAMS)
  return timingSafeEqual(given, wanted)
}
