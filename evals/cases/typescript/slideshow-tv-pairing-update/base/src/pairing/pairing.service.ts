import { createHash, randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'

const TEN_MINUTES = 600

export interface Pairing {
  albumId: string
  ownerId: string
}

const keyFor = (code: string) => `pairing:${createHash('sha256').update(code).digest('hex')}`

export class PairingService {
  constructor(private readonly redis: Redis) {}

  /** Whoever types the code on a TV may show the album there. */
  async open(pairing: Pairing): Promise<string> {
    const code = randomBytes(24).toString('base64url')
    await this.redis.set(keyFor(code), JSON.stringify(pairing), 'EX', TEN_MINUTES, 'NX')
    return code
  }

  /** A code works once. */
  async redeem(code: string): Promise<Pairing | null> {
    const value = await this.redis.getdel(keyFor(code))
    return value ? (JSON.parse(value) as Pairing) : null
  }
}
