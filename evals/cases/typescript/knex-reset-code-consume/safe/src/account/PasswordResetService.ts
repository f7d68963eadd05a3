import argon2 from 'argon2'
import { db } from '../db'
import { sendResetLink } from '../mail'
import { consume, issue } from './reset-codes'

export class InvalidResetLink extends Error {}

export class PasswordResetService {
  async request(email: string): Promise<void> {
    const user = await db('users').where({ email }).first()
    if (!user) return
    await sendResetLink(user.email, await issue(user.id))
  }

  /** The form sends the address from the link, the token and the new password. */
  async complete(email: string, token: string, password: string): Promise<void> {
    const user = await db('users').where({ email }).first()
    if (!user || !(await consume(token, user.id))) {
      throw new InvalidResetLink()
    }
    const passwordHash = await argon2.hash(password)
    await db('users').where({ id: user.id }).update({ password_hash: passwordHash })
    await db('sessions').where({ user_id: user.id }).del()
  }
}
