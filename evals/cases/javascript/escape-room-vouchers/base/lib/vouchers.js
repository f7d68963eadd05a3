const knex = require('./knex')
const { voucherCode, normalize } = require('./voucher-code')

async function issue (order) {
  const [voucher] = await knex('vouchers')
    .insert({ code: voucherCode(), order_id: order.id, cents: order.cents, used_at: null })
    .returning(['code', 'cents'])
  return voucher
}

async function redeem (input) {
  const [voucher] = await knex('vouchers')
    .where({ code: normalize(input), used_at: null })
    .update({ used_at: knex.fn.now() })
    .returning(['id', 'cents'])
  return voucher ?? null
}

module.exports = { issue, redeem }
