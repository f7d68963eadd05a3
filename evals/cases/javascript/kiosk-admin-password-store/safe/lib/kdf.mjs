import { pbkdf2 as pbkdf2Cb, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const pbkdf2 = promisify(pbkdf2Cb)

// what WebCrypto in the browser of the terminals can do as well
const PARAMS = { rounds: 600_000, digest: 'sha256' }
const KEY_LENGTH = 32

const derive = (password, salt, length = KEY_LENGTH) =>
  pbkdf2(password.normalize('NFKC'), salt, PARAMS.rounds, length, PARAMS.digest)

export async function seal (password) {
  const salt = randomBytes(16)
  const key = await derive(password, salt)
  return ['pbkdf2', salt.toString('base64'), key.toString('base64')].join('$')
}

export async function matches (password, sealed) {
  const [, salt, key] = sealed.split('$')
  const wanted = Buffer.from(key, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), wanted.length)
  return timingSafeEqual(given, wanted)
}
