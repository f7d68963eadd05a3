const fs = require('fs')
const path = require('path')
const express = require('express')

const { STATEMENT_DIR } = require('../config')
const { requireEmployee } = require('../middleware/employee')
const audit = require('../services/audit')

const router = express.Router()

router.use(requireEmployee)

async function listStatements(folder) {
  const entries = await fs.promises.readdir(folder, { withFileTypes: true })
  return entries.filter((e) => e.isFile() && e.name.endsWith('.pdf')).map((e) => e.name)
}

router.get('/', async (req, res, next) => {
  try {
    const names = await listStatements(path.join(STATEMENT_DIR, String(req.employee.id)))
    res.json(names.sort().reverse())
  } catch (err) {
    if (err.code === 'ENOENT') return res.json([])
    next(err)
  }
})

router.get('/:name', (req, res, next) => {
  const name = path.basename(req.params.name)
  const file = path.join(STATEMENT_DIR, String(req.employee.id), name)

  const stream = fs.createReadStream(file)
  stream.once('open', () => {
    audit.record('statement.read', { employee: req.employee.id, name })
    res.attachment(name)
    res.type('application/pdf')
    stream.pipe(res)
  })
  stream.once('error', (err) => {
    if (err.code === 'ENOENT') {
      return res.status(404).json({ error: 'No such statement' })
    }
    next(err)
  })
})

module.exports = router
