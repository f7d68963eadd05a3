const { Bill, Pet, Treatment } = require('../models')
const { renderBill } = require('../pdf/bill')
const { HttpError } = require('../errors')

const wrap = fn => (req, res, next) => fn(req, res).catch(next)

exports.list = wrap(async (req, res) => {
  const bills = await Bill.findAll({
    where: { ownerId: req.user.id },
    order: [['issuedOn', 'DESC']],
    limit: 50
  })
  res.json(bills.map(b => b.toSummary()))
})

exports.pdf = wrap(async (req, res) => {
  const bill = await Bill.findOne({
    where: { id: req.params.id, ownerId: req.user.id },
    include: [{ model: Treatment, as: 'treatments', include: [{ model: Pet, as: 'pet' }] }]
  })
  if (!bill) throw new HttpError(404, 'No such bill')

  res.type('application/pdf')
  res.set('Content-Disposition', `attachment; filename="bill-${bill.number}.pdf"`)
  renderBill(bill).pipe(res)
})

exports.markQuestioned = wrap(async (req, res) => {
  const [changed] = await Bill.update(
    { questionedAt: new Date() },
    { where: { id: req.params.id, ownerId: req.user.id, paidAt: null } }
  )
  if (!changed) throw new HttpError(404, 'No such bill')
  res.sendStatus(204)
})
