import type { DeepPartial, Repository } from 'typeorm'
import type { Volunteer } from './volunteer.entity'

export class VolunteerService {
  constructor(private readonly repo: Repository<Volunteer>) {}

  byId(id: string) {
    return this.repo.findOneByOrFail({ id })
  }

  async edit(id: string, changes: Record<string, unknown>) {
    const volunteer = await this.byId(id)
    this.repo.merge(volunteer, changes as DeepPartial<Volunteer>)
    return this.repo.save(volunteer)
  }
}
