const { ownAddress } = require('./own-address')

/**
 * New session id, cart of the guest, and back to where the visitor came from.
 */
function finishSignIn (req, res, next, { patron, returnTo }) {
  const { guestCart } = req.session
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.patronId = patron.id
    if (guestCart) req.session.cart = guestCart
    req.session.save((err) => {
      if (err) return next(err)
      res.redirect(303, ownAddress(returnTo) || '/account')
    })
  })
}

module.exports = { finishSignIn }
