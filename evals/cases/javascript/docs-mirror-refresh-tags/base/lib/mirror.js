'use strict'

const { execFile } = require('child_process')
const { promisify } = require('util')
const { assertRefName } = require('./refs')

const execFileP = promisify(execFile)

function git (cwd, args) {
  return execFileP('git', args, { cwd, timeout: 90000, maxBuffer: 4 << 20 })
}

/**
 * Brings the working copy of a project up to date with the wanted branch.
 */
async function refresh (project, branch) {
  assertRefName(branch)
  await git(project.dir, ['fetch', '--depth', '1', 'origin', branch])
  await git(project.dir, ['reset', '--hard', 'FETCH_HEAD'])
  const { stdout } = await git(project.dir, ['rev-parse', 'HEAD'])
  return stdout.trim()
}

module.exports = { refresh }
