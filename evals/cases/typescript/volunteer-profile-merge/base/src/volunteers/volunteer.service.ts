import type { DeepPartial, Repository } from 'typeorm'
import type { Volunteer } from './volunteer.entity'

export class VolunteerService {
  constructor(private readonly repo: Repository<Volunteer>) {}

  byId(id: string) {
    return this.repo.findOneByOrFail({ id })
  }

  async setPhone(id: string, phone: string) {
    const volunteer = await this.byId(id)
    volunteer.phone = phone
    return this.repo.save(volunteer)
  }
}
