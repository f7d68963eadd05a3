import { Router } from 'express'
import { z } from 'zod'
import { dataSource } from '../data-source'
import { signedIn } from '../session'
import { Volunteer } from './volunteer.entity'
import { VolunteerService } from './volunteer.service'

const service = new VolunteerService(dataSource.getRepository(Volunteer))

const Profile = z
  .object({ name: z.string().min(1).max(80), phone: z.string().max(30), about: z.string().max(2000) })
  .partial()
  .strict()

export const me = Router()

me.use(signedIn)

me.get('/', async (req, res) => {
  res.json(await service.byId(req.volunteerId!))
})

me.patch('/', async (req, res) => {
  res.json(await service.edit(req.volunteerId!, Profile.parse(req.body)))
})
