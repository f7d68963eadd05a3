const { Worker } = require('bullmq')
const { execFileSync } = require('child_process')
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

async function mirror (job) {
  const dir = checkout(job)
  git(dir, 'fetch', '--prune', 'origin')
  log.info({ repo: job.data.repoId }, 'fetched')
  git(dir, 'gc', '--auto', '--quiet')
}

const worker = new Worker('mirror', mirror, {
  connection: { host: process.env.REDIS_HOST, port: 6379 },
  concurrency: 2
})

worker.on('failed', (job, err) => log.error({ id: job && job.id, err }, 'mirror failed'))
