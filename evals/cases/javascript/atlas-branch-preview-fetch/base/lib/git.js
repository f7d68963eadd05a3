'use strict'

const { spawn } = require('child_process')

const WORKTREE = process.env.ATLAS_CLONE || '/srv/atlas'

function git (args, cb) {
  const child = spawn('git', args, { cwd: WORKTREE, stdio: ['ignore', 'pipe', 'pipe'] })
  const out = []
  const err = []
  child.stdout.on('data', (d) => out.push(d))
  child.stderr.on('data', (d) => err.push(d))
  child.once('error', cb)
  child.once('close', (code) => {
    if (code !== 0) return cb(new Error('git failed: ' + Buffer.concat(err)))
    cb(null, Buffer.concat(out).toString('utf8'))
  })
}

exports.refresh = function refresh (cb) {
  git(['fetch', '--depth=1', 'origin', 'main'], cb)
}

exports.chapters = function chapters (cb) {
  git(['ls-tree', '--name-only', 'FETCH_HEAD', 'chapters/'], (err, out) => {
    if (err) return cb(err)
    cb(null, out.split('\n').filter(Boolean))
  })
}
