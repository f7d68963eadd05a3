import { Router } from 'express'
import { requireSurveyor } from '../middleware/auth.js'
import { transfer } from '../lib/transfer.js'
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
  transfer('move', req.surveyor.root, req.body)
    .then((file) => res.json({ file }))
    .catch(next)
})

router.post('/copy', validate(transferBody), (req, res, next) => {
  transfer('copy', req.surveyor.root, req.body)
    .then((file) => res.json({ file }))
    .catch(next)
})

export default router
