const router = require('express').Router()
const { quoteCents } = require('../lib/tariff/quote')
const tariffs = require('../store/tariffs')
const { tenantAdmin, tenantUser } = require('../middleware/tenant')

router.put('/:id/formula', tenantAdmin, async (req, res) => {
  await tariffs.setFormula(req.tenant.id, Number(req.params.id), String(req.body.formula).slice(0, 200))
  res.sendStatus(204)
})

router.post('/:id/quote', tenantUser, async (req, res) => {
  const tariff = await tariffs.get(req.tenant.id, Number(req.params.id))
  if (!tariff) return res.sendStatus(404)
  res.json({ cents: quoteCents(tariff, req.body) })
})

module.exports = router
