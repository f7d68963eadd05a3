const members = require('../db/members')

/** Puts the signed-in member on the request, or sends people to the login page. */
module.exports = async function membersOnly (req, res, next) {
  try {
    const member = req.session.memberId && await members.byId(req.session.memberId)
    if (!member) return res.redirect('/login')
    req.member = member
    next()
  } catch (err) {
    next(err)
  }
}
