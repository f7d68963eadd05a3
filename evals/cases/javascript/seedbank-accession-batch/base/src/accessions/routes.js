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

module.exports = router
