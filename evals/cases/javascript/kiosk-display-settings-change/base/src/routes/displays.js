'use strict'

const { Router, json } = require('express')
const { operator } = require('../auth')
const store = require('../store')

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

router.put('/:id/settings', ownDisplay, async (req, res, next) => {
  const { brightness, rotation, theme } = req.body
  try {
    await store.saveSettings(req.display.id, { brightness, rotation, theme })
    res.status(204).end()
  } catch (err) {
    next(err)
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
