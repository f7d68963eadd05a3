import { Router } from 'express'
import { requireSurveyor } from '../middleware/auth.js'
import { move } from '../lib/transfer.js'
import { validate } from '../middleware/validate.js'

const transferBody = {
  type: 'object',
  required: ['from', 'to'],
  additionalProperties: false,
  properties: {
    from: { type: 'string', minLength: 1, maxLength: 500 },
    to: { type: 'string', minLength: 1, maxLength: 500 },
    overwrite: { type: 'boolean', default: false }
  }
}

const router = Router()
router.use(requireSurveyor)

router.post('/move', validate(transferBody), (req, res, next) => {
  move(req.surveyor.root, req.body)
    .then((file) => res.json({ file }))
    .catch(next)
})

export default router
