const { Router } = require('express')
const { signedIn } = require('../middleware/signedIn')
const bills = require('../controllers/billController')

const router = Router()

router.use(signedIn)
router.get('/', bills.list)
router.get('/:id/pdf', bills.pdf)
router.post('/:id/question', bills.markQuestioned)

module.exports = router
