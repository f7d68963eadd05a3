const router = require('express').Router()
const { quoteCents } = require('../lib/tariff/quote')
const tariffs = require('../store/tariffs')
const { tenantAdmin, tenantUser } = require('../middleware/tenant')

router.post('/:id/quote', tenantUser, async (req, res) => {
  const tariff = await tariffs.get(req.tenant.id, Number(req.params.id))
  if (!tariff) return res.sendStatus(404)
  res.json({ cents: quoteCents(tariff, req.body) })
})

module.exports = router
