const { Worker } = require('bullmq')
const { execFileSync, execSync } = require('child_process')
const fs = require('fs')
const path = require('path')
const pino = require('pino')

const log = pino({ name: 'mirror' })
const ROOT = process.env.MIRROR_ROOT || '/var/lib/mirrors'

// Jobs are queued by the webhook receiver: { repoId, cloneUrl, ref, before, after }
const git = (cwd, ...args) => execFileSync('git', args, { cwd, stdio: 'pipe', timeout: 120000 })

function checkout (job) {
  const dir = path.join(ROOT, `${Number(job.data.repoId)}.git`)
  if (!fs.existsSync(dir)) {
    throw new Error(`repository ${job.data.repoId} was never set up`)
  }
  return dir
}

function branchOf (ref) {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null
}

async function mirror (job) {
  const dir = checkout(job)
  const branch = branchOf(job.data.ref)
  if (!branch) {
    log.info({ repo: job.data.repoId }, 'not a branch, skipped')
    return
  }

  const started = Date.now()
  execSync(`git fetch --no-tags origin +refs/heads/${branch}:refs/heads/${branch}`, { cwd: dir, stdio: 'pipe', timeout: 120000 })
  log.info({ repo: job.data.repoId, ms: Date.now() - started }, 'fetched branch')
  git(dir, 'gc', '--auto', '--quiet')
}

const worker = new Worker('mirror', mirror, {
  connection: { host: process.env.REDIS_HOST, port: 6379 },
  concurrency: 2
})

worker.on('failed', (job, err) => log.error({ id: job && job.id, err }, 'mirror failed'))
