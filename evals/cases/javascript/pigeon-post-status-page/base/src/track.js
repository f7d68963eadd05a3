const express = require('express')
const consignments = require('./consignments')
const { layout } = require('./layout')

const router = express.Router()

router.get('/track/:code', (req, res, next) => {
  const { code } = req.params

  consignments.find(code, (err, consignment) => {
    if (err) return next(err)
    if (!consignment) {
      return res.sendStatus(404)
    }
    res.render('track', { consignment })
  })
})

router.get('/track', (req, res) => {
  res.send(layout('Track', '<form method="get" action="/go"><input name="code"></form>'))
})

module.exports = router
