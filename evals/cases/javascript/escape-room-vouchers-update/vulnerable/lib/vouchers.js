const { voucherCode } = require('./voucher-code')

module.exports = function vouchers (db, mailer) {
  return {
    async sell (order) {
      const code = voucherCode()
      await db.query(
        'INSERT INTO vouchers (code, cents, order_id, valid_to) VALUES ($1, $2, $3, now() + interval \'3 years\')',
        [code, order.cents, order.id]
      )
      await mailer.send(order.email, 'voucher', { code, euros: order.cents / 100 })
    },

    async redeem (code, bookingId) {
      const { rows } = await db.query(
        `UPDATE vouchers SET redeemed_at = now(), booking_id = $2
          WHERE code = $1 AND redeemed_at IS NULL AND valid_to > now()
          RETURNING cents`,
        [code.trim().toUpperCase(), bookingId]
      )
      return rows[0]?.cents ?? 0
    }
  }
}
