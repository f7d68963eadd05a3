const { Layout } = require('../models')

// the layout in the URL, if it belongs to who is asking
function own (req) {
  return Layout.findOne({ where: { id: req.params.id, ownerId: req.user.id } })
}

exports.show = async function show (req, res) {
  const layout = await own(req)
  if (!layout) return res.status(404).end()
  res.json(layout)
}

exports.create = async function create (req, res) {
  const { title, scale } = req.body
  const layout = await Layout.create({ title, scale, ownerId: req.user.id })
  res.status(201).json({ id: layout.id })
}

exports.update = async function update (req, res) {
  const layout = await own(req)
  if (!layout) return res.status(404).end()
  try {
    await layout.update(req.body)
  } catch (err) {
    if (err.name !== 'SequelizeValidationError') throw err
    return res.status(422).json({ fields: err.errors.map((e) => e.path) })
  }
  res.json(layout)
}
