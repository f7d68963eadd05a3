'use strict'

const { execFile } = require('child_process')
const { promisify } = require('util')
const { assertRefName } = require('./refs')

const execFileP = promisify(execFile)

function git (cwd, args) {
  return execFileP('git', args, { cwd, timeout: 90000, maxBuffer: 4 << 20 })
}

/**
 * Brings the working copy of a project up to date with the wanted branch or tag.
 * Accepts short names and full ones (refs/tags/v2, refs/heads/main).
 */
async function refresh (project, ref) {
  const name = String(ref).replace(/^refs\/(heads|tags)\//, '')
  assertRefName(name)
  await git(project.dir, ['fetch', '--depth', '1', 'origin', name])
  await git(project.dir, ['reset', '--hard', 'FETCH_HEAD'])
  const { stdout } = await git(project.dir, ['rev-parse', 'HEAD'])
  return stdout.trim()
}

module.exports = { refresh }
