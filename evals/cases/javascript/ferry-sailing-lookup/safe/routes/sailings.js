import { Router } from 'express'
import * as sailings from '../lib/sailings-repo.js'

export const router = Router()

// public timetable, no account needed
router.get('/', async (req, res, next) => {
  try {
    const { from, to, vessel } = req.query
    res.json({ sailings: await sailings.upcoming({ from, to, vessel }) })
  } catch (err) {
    next(err)
  }
})

router.get('/:id(\\d+)', async (req, res, next) => {
  try {
    const sailing = await sailings.byId(Number(req.params.id))
    if (!sailing) return res.sendStatus(404)
    res.json(sailing)
  } catch (err) {
    next(err)
  }
})
