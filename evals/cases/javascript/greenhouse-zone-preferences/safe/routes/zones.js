'use strict'

const express = require('express')
const zones = require('../store/zones')
const { requireGardener } = require('../auth')
const putIn = require('../lib/put-in')

const router = express.Router()
router.use(requireGardener)

router.param('zone', async (req, res, next, id) => {
  try {
    req.zone = await zones.ofGarden(req.gardener.gardenId, id)
    next(req.zone ? undefined : 'route')
  } catch (err) {
    next(err)
  }
})

router.get('/:zone/preferences', (req, res) => {
  res.json(req.zone.preferences)
})

// { "path": "water.at", "value": "06:30" }
router.patch('/:zone/preferences', async (req, res, next) => {
  const { path, value } = req.body
  if (typeof path !== 'string' || !['string', 'number', 'boolean'].includes(typeof value)) {
    return res.sendStatus(422)
  }
  try {
    const preferences = putIn(req.zone.preferences, path, value)
    await zones.savePreferences(req.zone.id, preferences)
    res.json(preferences)
  } catch (err) {
    next(err)
  }
})

module.exports = router
