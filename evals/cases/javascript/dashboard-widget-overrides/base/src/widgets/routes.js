import { Router } from 'express'
import { teamMember } from '../auth.js'
import { widgets } from './store.js'

export const router = Router()

router.use(teamMember)

router.get('/:widget', async (req, res, next) => {
  try {
    const widget = await widgets.of(req.team.id, req.params.widget)
    if (!widget) return res.sendStatus(404)
    res.json(widget.settings)
  } catch (err) {
    next(err)
  }
})
