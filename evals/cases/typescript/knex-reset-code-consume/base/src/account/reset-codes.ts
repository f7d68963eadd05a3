import { createHash, randomBytes } from 'node:crypto'
import { db } from '../db'

const LIFETIME_MS = 30 * 60 * 1000

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

export async function issue(userId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db('password_resets').insert({
    user_id: userId,
    token_hash: digest(token),
    expires_at: new Date(Date.now() + LIFETIME_MS),
  })
  return token
}

export async function find(token: string, userId: number): Promise<{ id: number } | undefined> {
  return db('password_resets')
    .where({ token_hash: digest(token), user_id: userId })
    .andWhere('expires_at', '>', new Date())
    .first('id')
}

export async function discard(id: number): Promise<void> {
  await db('password_resets').where({ id }).del()
}
