'use strict'

const { Router, json } = require('express')
const { operator } = require('../auth')
const store = require('../store')
const { setIn } = require('../lib/set-in')

const router = Router()

router.use(operator, json({ limit: '16kb' }))

async function ownDisplay (req, res, next) {
  try {
    req.display = await store.display(req.operator.site, req.params.id)
    if (!req.display) {
      return res.status(404).json({ error: 'unknown display' })
    }
    next()
  } catch (err) {
    next(err)
  }
}

router.get('/:id/settings', ownDisplay, (req, res) => {
  res.json(req.display.settings)
})

// { "path": "clock.face.color", "value": "#fff" }
router.patch('/:id/settings', ownDisplay, async (req, res, next) => {
  const { path, value } = req.body
  if (typeof path !== 'string' || path.length > 100) {
    return res.status(400).json({ error: 'path is missing' })
  }
  try {
    const settings = setIn(req.display.settings, path, value)
    await store.saveSettings(req.display.id, settings)
    res.json(settings)
  } catch (err) {
    next(err instanceof RangeError ? Object.assign(err, { status: 400 }) : err)
  }
})

router.post('/:id/reload', ownDisplay, async (req, res, next) => {
  try {
    await store.requestReload(req.display.id)
    res.status(202).end()
  } catch (err) {
    next(err)
  }
})

module.exports = router
