import { Router } from 'express'
import { requireOperator } from './auth.js'
import { GitError, lsRemote } from './git.js'

export const router = Router()

// operators may mirror from any host, the egress proxy keeps us off the internal network
router.use(requireOperator)

router.post('/remotes/probe', async (req, res, next) => {
  try {
    const { remotes, patterns = [] } = req.body
    if (!Array.isArray(remotes) || remotes.length > 5 || !Array.isArray(patterns) || patterns.length > 20) {
      return res.status(400).json({ error: 'remotes (at most 5) and patterns (at most 20) must be lists' })
    }
    const results = await Promise.all(remotes.map((remote) => lsRemote(remote, patterns)))
    res.json({ remotes: results.map((refs) => Object.fromEntries(refs)) })
  } catch (err) {
    if (err instanceof GitError) return res.status(422).json({ error: err.message })
    next(err)
  }
})
