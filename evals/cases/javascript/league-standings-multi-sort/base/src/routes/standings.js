'use strict'

const express = require('express')
const { listStandings, currentSeason } = require('../db/standings')

const router = express.Router()

router.get('/:division', async (req, res, next) => {
  try {
    const season = req.query.season ? Number(req.query.season) : await currentSeason()
    if (!Number.isInteger(season)) {
      return res.status(400).json({ error: 'season must be a year' })
    }
    const sort = typeof req.query.sort === 'string' ? req.query.sort : ''
    const rows = await listStandings(season, req.params.division, sort)
    res.set('Cache-Control', 'public, max-age=60')
    res.json({ season, division: req.params.division, rows })
  } catch (err) {
    next(err)
  }
})

module.exports = router
