'use strict'

const express = require('express')
const zones = require('../store/zones')
const { requireGardener } = require('../auth')

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

module.exports = router
