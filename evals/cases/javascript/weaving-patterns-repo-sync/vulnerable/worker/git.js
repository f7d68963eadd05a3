'use strict'

const { execFile } = require('child_process')
const { promisify } = require('util')

const run = promisify(execFile)

/** Runs git in a working copy, never through a shell. */
module.exports = async function git (cwd, args) {
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_TERMINAL_PROMPT: '0' }
  const { stdout } = await run('git', args, { cwd, env, timeout: 120000 })
  return stdout.trim()
}
