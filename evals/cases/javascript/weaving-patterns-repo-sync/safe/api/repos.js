'use strict'

const express = require('express')
const { requireWeaver, loadOwnRepo } = require('../middleware/weaver')
const { syncQueue } = require('../queues')

const router = express.Router()
router.use(requireWeaver)

router.get('/:repoId', loadOwnRepo, (req, res) => {
  const { id, title, commit, syncedAt } = req.repo
  res.json({ id, title, commit, syncedAt })
})

router.post('/:repoId/sync', loadOwnRepo, async (req, res, next) => {
  const { ref } = req.body
  if (ref !== undefined && typeof ref !== 'string') return res.status(400).end()
  try {
    const job = await syncQueue.add('sync', { repoId: req.repo.id, ref })
    res.status(202).json({ job: job.id })
  } catch (err) {
    next(err)
  }
})

module.exports = router
