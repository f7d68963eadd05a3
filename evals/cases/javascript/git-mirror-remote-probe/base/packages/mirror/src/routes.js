import { Router } from 'express'
import { requireOperator } from './auth.js'
import { GitError, lsRemote } from './git.js'

export const router = Router()

// operators may mirror from any host, the egress proxy keeps us off the internal network
router.use(requireOperator)

router.post('/remotes/probe', async (req, res, next) => {
  try {
    const refs = await lsRemote(req.body.remote)
    res.json({ refs: Object.fromEntries(refs) })
  } catch (err) {
    if (err instanceof GitError) return res.status(422).json({ error: err.message })
    next(err)
  }
})
