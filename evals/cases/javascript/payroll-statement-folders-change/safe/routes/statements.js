const fs = require('fs')
const path = require('path')
const express = require('express')

const { STATEMENT_DIR } = require('../config')
const { requireEmployee } = require('../middleware/employee')
const audit = require('../services/audit')

const router = express.Router()

router.use(requireEmployee)

async function listStatements(folder) {
  const years = await fs.promises.readdir(folder, { withFileTypes: true })
  const lists = await Promise.all(
    years
      .filter((year) => year.isDirectory())
      .map(async (year) => {
        const files = await fs.promises.readdir(path.join(folder, year.name))
        return files.filter((f) => f.endsWith('.pdf')).map((f) => `${year.name}/${f}`)
      })
  )
  return lists.flat()
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

// e.g. /statements/2024/05.pdf
router.get('/*', (req, res, next) => {
  const own = path.resolve(STATEMENT_DIR, String(req.employee.id))
  const file = path.resolve(own, req.params[0])
  if (!file.startsWith(own + path.sep)) {
    return res.status(404).json({ error: 'No such statement' })
  }
  const name = path.basename(file)

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
