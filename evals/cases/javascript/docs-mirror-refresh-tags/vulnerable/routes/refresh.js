'use strict'

const router = require('express').Router()
const { requireEditor } = require('../lib/auth')
const projects = require('../lib/projects')
const { refresh } = require('../lib/mirror')

router.post('/projects/:slug/refresh', requireEditor, async (req, res, next) => {
  try {
    const project = await projects.forEditor(req.user.id, req.params.slug)
    if (!project) return res.sendStatus(404)
    const commit = await refresh(project, req.body.ref || project.defaultBranch)
    res.json({ commit })
  } catch (err) {
    next(err)
  }
})

module.exports = router
