'use strict'

const router = require('express').Router()
const store = require('./store')
const requireCurator = require('../middleware/require-curator')

router.use(requireCurator)

router.get('/:code', async (req, res, next) => {
  try {
    const row = await store.byCode(req.params.code)
    if (!row) return res.sendStatus(404)
    res.json(row)
  } catch (err) {
    next(err)
  }
})

// scanners send up to a tray of labels: ?codes=TR-1,TR-2
router.get('/', async (req, res, next) => {
  const codes = String(req.query.codes || '')
    .split(',')
    .map(code => code.trim())
    .filter(Boolean)
    .slice(0, 96)
  if (codes.length === 0) return res.json([])
  try {
    res.json(await store.byCodes(codes))
  } catch (err) {
    next(err)
  }
})

module.exports = router
