import { Router } from 'express'
import { teamMember } from '../auth.js'
import { widgets } from './store.js'
import { assignPath } from '../util/assign-path.js'

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

// { "changes": [{ "path": "chart.axis.min", "value": 0 }] }
router.patch('/:widget', async (req, res, next) => {
  try {
    const { changes } = req.body ?? {}
    if (!Array.isArray(changes) || changes.length > 50) return res.sendStatus(422)

    const widget = await widgets.of(req.team.id, req.params.widget)
    if (!widget) return res.sendStatus(404)

    const settings = structuredClone(widget.settings)
    for (const change of changes) assignPath(settings, String(change?.path), change?.value)
    await widgets.save(req.team.id, req.params.widget, settings)
    res.json(settings)
  } catch (err) {
    if (err instanceof RangeError) return res.status(422).json({ error: 'bad path' })
    next(err)
  }
})
