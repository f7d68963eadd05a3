import { Router } from 'express'

import { campaigns } from '../db/campaigns.js'
import { requireGroupMember } from '../lib/session.js'

export const router = Router()

router.post('/', requireGroupMember, async (req, res, next) => {
  const { subject, text } = req.body
  if (typeof subject !== 'string' || typeof text !== 'string' || text.length > 20_000) {
    return res.status(422).json({ error: 'subject and text are needed' })
  }
  try {
    const campaign = await campaigns.create({
      groupId: req.group.id,
      groupName: req.group.name,
      subject: subject.replace(/[\r\n]+/g, ' ').slice(0, 150),
      text
    })
    res.status(201).json({ id: campaign.id })
  } catch (err) {
    next(err)
  }
})
