const { Router } = require('express')
const { requireLogin } = require('./middleware/session')
const pages = require('./controllers/pages')

const router = Router()

router.use(requireLogin)
router.get('/pages/:id', pages.show)

module.exports = router
