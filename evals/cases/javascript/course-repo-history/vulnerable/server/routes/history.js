const { execFile } = require('child_process')
const { promisify } = require('util')
const express = require('express')

const { requireStudent } = require('../middleware/session')
const courses = require('../models/courses')

const run = promisify(execFile)
const router = express.Router()

const FORMAT = '%H%x1f%an%x1f%aI%x1f%s'

async function git (dir, args) {
  const { stdout } = await run('git', args, {
    cwd: dir,
    timeout: 10000,
    maxBuffer: 4 * 1024 * 1024
  })
  return stdout
}

function parseLog (text) {
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [hash, author, date, subject] = line.split('\x1f')
      return { hash, author, date, subject }
    })
}

async function enrolledCourse (req, res, next) {
  try {
    const course = await courses.findForStudent(req.params.slug, req.student.id)
    if (!course) return res.sendStatus(404)
    req.course = course
    next()
  } catch (err) {
    next(err)
  }
}

router.use('/:slug', requireStudent, enrolledCourse)

router.get('/:slug/history', async (req, res, next) => {
  const dir = req.course.repositoryDir
  const branch = String(req.query.branch || 'main')
  try {
    const log = await git(dir, ['log', `--format=${FORMAT}`, '-n', '100', branch])
    res.json({ branch, commits: parseLog(log) })
  } catch (err) {
    if (err.code === 128) return res.status(404).json({ error: 'no such branch' })
    next(err)
  }
})

router.get('/:slug/branches', async (req, res, next) => {
  try {
    const refs = await git(req.course.repositoryDir, ['for-each-ref', '--format=%(refname:short)', 'refs/heads'])
    res.json(refs.split('\n').filter(Boolean))
  } catch (err) {
    next(err)
  }
})

module.exports = router
