'use strict'

const git = require('./git')
const { repos } = require('../db')
const { readPatterns } = require('./read-patterns')

const REF = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/

/**
 * Queue worker: brings the copy of a weaver's repository up to date.
 * job.data = { repoId, ref }, where ref is a branch or a tag
 */
module.exports = async function syncRepo (job) {
  const repo = await repos.byId(job.data.repoId)
  if (!repo) return { skipped: true }

  const { ref = 'main' } = job.data
  if (!REF.test(ref)) throw new TypeError('not a branch or tag')

  await git(repo.dir, ['fetch', '--depth', '1', '--end-of-options', 'origin', ref])
  await git(repo.dir, ['checkout', '--force', '--detach', 'FETCH_HEAD'])
  const commit = await git(repo.dir, ['rev-parse', 'HEAD'])
  if (commit === repo.commit) return { commit, changed: false }

  const patterns = await readPatterns(repo.dir)
  await repos.update(repo.id, { commit, patterns, syncedAt: new Date() })
  return { commit, changed: true }
}
