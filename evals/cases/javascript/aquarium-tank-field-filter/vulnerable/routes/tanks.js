'use strict'

const { Router } = require('express')
const tanks = require('../db/tanks')
const { requireKeeper } = require('../middleware/keeper')

const router = Router()
router.use(requireKeeper)

// ?hall=B&f[supplier]=Reef+Ltd&f[quarantine]=yes
router.get('/', async (req, res, next) => {
  try {
    const { hall, f } = req.query
    const fields = f && typeof f === 'object' ? f : {}
    res.json(await tanks.list(req.keeper.aquariumId, { hall, fields }))
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
