const readers = require('../models/readers')
const { localPath } = require('../lib/urls')

class SessionController {
  form (req, res) {
    res.render('login', { failed: false, next: req.query.next || '' })
  }

  async create (req, res, next) {
    try {
      const reader = await readers.authenticate(req.body.card, req.body.pin)
      if (!reader) {
        return res.status(401).render('login', { failed: true, next: req.body.next || '' })
      }
      const back = localPath(req.body.next, '/shelf')
      req.session.regenerate((err) => {
        if (err) return next(err)
        req.session.readerId = reader.id
        res.redirect(303, back)
      })
    } catch (err) {
      next(err)
    }
  }

  destroy (req, res) {
    req.session.destroy(() => res.redirect(303, '/'))
  }
}

module.exports = new SessionController()
