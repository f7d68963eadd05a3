'use strict'

const { Router } = require('express')
const tanks = require('../db/tanks')
const { requireKeeper } = require('../middleware/keeper')

const router = Router()
router.use(requireKeeper)

// ?hall=B&field=supplier&value=Reef+Ltd
router.get('/', async (req, res, next) => {
  try {
    const { hall, field, value = '' } = req.query
    res.json(await tanks.list(req.keeper.aquariumId, { hall, field, value }))
  } catch (err) {
    next(err)
  }
})

router.get('/fields', async (req, res, next) => {
  try {
    res.json(await tanks.fieldNames(req.keeper.aquariumId))
  } catch (err) {
    next(err)
  }
})

module.exports = router
