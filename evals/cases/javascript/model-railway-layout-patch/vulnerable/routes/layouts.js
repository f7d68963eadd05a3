const router = require('express-promise-router')()
const { signedIn } = require('../middleware/session')
const layouts = require('../controllers/layouts')

router.use(signedIn)
router.post('/', layouts.create)
router.get('/:id', layouts.show)
router.patch('/:id', layouts.update)

module.exports = router
