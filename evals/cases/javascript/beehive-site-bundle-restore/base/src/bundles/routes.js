'use strict'

const os = require('os')
const express = require('express')
const tar = require('tar')
const { requireOwner } = require('../middleware/require-owner')

const router = express.Router({ mergeParams: true })

router.use(requireOwner)

router.get('/', (req, res, next) => {
  res.attachment(`site-${req.site.id}.tgz`)
  tar.create({ gzip: true, cwd: req.site.dir, portable: true }, ['site.json', 'pages', 'media'])
    .on('error', next)
    .pipe(res)
})

module.exports = router
