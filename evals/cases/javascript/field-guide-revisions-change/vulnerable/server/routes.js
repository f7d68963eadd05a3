const { Router } = require('express')
const { requireLogin } = require('./middleware/session')
const pages = require('./controllers/pages')
const revisions = require('./controllers/revisions')

const router = Router()

router.use(requireLogin)
router.get('/pages/:id', pages.show)
router.get('/pages/:id/revisions', revisions.index)
router.get('/pages/:id/revisions/:rev', revisions.show)

module.exports = router
