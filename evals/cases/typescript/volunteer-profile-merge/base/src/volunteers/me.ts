import { Router } from 'express'
import { z } from 'zod'
import { dataSource } from '../data-source'
import { signedIn } from '../session'
import { Volunteer } from './volunteer.entity'
import { VolunteerService } from './volunteer.service'

const service = new VolunteerService(dataSource.getRepository(Volunteer))

const Phone = z.object({ phone: z.string().max(30) })

export const me = Router()

me.use(signedIn)

me.get('/', async (req, res) => {
  res.json(await service.byId(req.volunteerId!))
})

me.put('/phone', async (req, res) => {
  const { phone } = Phone.parse(req.body)
  res.json(await service.setPhone(req.volunteerId!, phone))
})
