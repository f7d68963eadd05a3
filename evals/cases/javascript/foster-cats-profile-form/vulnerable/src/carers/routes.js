import { Router } from 'express'
import { signedIn } from '../auth/signed-in.js'
import { CarerService } from './carer-service.js'

const show = ({ id, name, email, town, phone, about, rooms, approved }) =>
  ({ id, name, email, town, phone, about, rooms, approved })

export function carerRoutes (service = new CarerService()) {
  const router = Router()
  router.use(signedIn)

  router.get('/me', (req, res, next) => {
    service.profile(req.carerId).then((carer) => res.json(show(carer))).catch(next)
  })

  router.patch('/me', (req, res, next) => {
    service.edit(req.carerId, req.body).then((carer) => res.json(show(carer))).catch(next)
  })

  router.get('/', (req, res, next) => {
    service.approvedIn(req.query.town).then((carers) => res.json(carers)).catch(next)
  })

  return router
}
