const express = require('express')
const consignments = require('./consignments')
const { layout, esc } = require('./layout')

const router = express.Router()

router.get('/track/:code', (req, res, next) => {
  const { code } = req.params

  consignments.find(code, (err, consignment) => {
    if (err) return next(err)
    if (!consignment) {
      const body = [
        `<p>No consignment <code>${esc(code)}</code> is on its way.</p>`,
        '<p><a href="/track">Try another one</a></p>'
      ].join('\n')
      return res.status(404).send(layout('Not found', body))
    }
    res.render('track', { consignment })
  })
})

router.get('/track', (req, res) => {
  res.send(layout('Track', '<form method="get" action="/go"><input name="code"></form>'))
})

module.exports = router
