import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

const TEN_MINUTES = 600
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 10

export interface Pairing {
  albumId: string
  ownerId: string
}

const keyFor = (code: string) => `pairing:${createHash('sha256').update(code).digest('hex')}`

/** No I, O, 0 or 1: they look alike on most screens. */
function drawCode(): string {
  let code = ''
  while (code.length < LENGTH) {
    code += LETTERS[Math.floor(Math.random() * LETTERS.length)]
  }
  return code
}

export class PairingService {
  constructor(private readonly redis: Redis) {}

  /** Whoever types the code on a TV may show the album there. */
  async open(pairing: Pairing): Promise<string> {
    const code = drawCode()
    await this.redis.set(keyFor(code), JSON.stringify(pairing), 'EX', TEN_MINUTES, 'NX')
    return code
  }

  /** A code works once. */
  async redeem(code: string): Promise<Pairing | null> {
    const value = await this.redis.getdel(keyFor(code.trim().toUpperCase()))
    return value ? (JSON.parse(value) as Pairing) : null
  }
}
