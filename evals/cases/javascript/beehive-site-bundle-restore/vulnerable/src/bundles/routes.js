'use strict'

const os = require('os')
const express = require('express')
const multer = require('multer')
const tar = require('tar')
const { requireOwner } = require('../middleware/require-owner')
const restoreSite = require('./restore')

const router = express.Router({ mergeParams: true })
const upload = multer({ dest: os.tmpdir(), limits: { files: 1, fileSize: 50 * 1024 * 1024 } })

router.use(requireOwner)

router.get('/', (req, res, next) => {
  res.attachment(`site-${req.site.id}.tgz`)
  tar.create({ gzip: true, cwd: req.site.dir, portable: true }, ['site.json', 'pages', 'media'])
    .on('error', next)
    .pipe(res)
})

router.post('/', upload.single('bundle'), async (req, res, next) => {
  if (!req.file) return res.status(400).json({ error: 'bundle is missing' })
  try {
    await restoreSite(req.site, req.file.path)
    res.status(204).end()
  } catch (err) {
    next(err)
  }
})

module.exports = router
