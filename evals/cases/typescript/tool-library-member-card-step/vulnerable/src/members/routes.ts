import { json, Router } from 'express'
import { memberSession } from '../auth/member-session'
import { CardController } from './card.controller'

const card = new CardController()

export const members = Router()
  .use(memberSession)
  .get('/me/card', card.show)
  .patch('/me/card', json({ limit: '8kb' }), card.edit)
