import { Op } from 'sequelize'
import { Account, Statement } from '../models/index.mjs'

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

function monthRange (month) {
  const from = new Date(`${month}-01T00:00:00Z`)
  const until = new Date(from)
  until.setUTCMonth(until.getUTCMonth() + 1)
  return { [Op.gte]: from, [Op.lt]: until }
}

export async function listStatements (ctx) {
  const { month, account } = ctx.query
  const accountId = account ? Number(account) : ctx.state.driver.accountId

  if (accountId !== ctx.state.driver.accountId) {
    const { fleetId } = ctx.state.driver
    ctx.assert(fleetId && await Account.count({ where: { id: accountId, fleetId } }), 404)
  }

  ctx.assert(monthPattern.test(month), 400, 'month looks like 2024-07')
  const statements = await Statement.findAll({
    attributes: ['id', 'issuedAt', 'total', 'currency'],
    where: { accountId, issuedAt: monthRange(month) },
    order: [['issuedAt', 'ASC']]
  })
  ctx.body = { accountId, statements }
}
