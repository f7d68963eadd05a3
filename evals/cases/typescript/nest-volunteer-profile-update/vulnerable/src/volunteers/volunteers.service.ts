import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Volunteer } from './volunteer.entity'

@Injectable()
export class VolunteersService {
  constructor (
    @InjectRepository(Volunteer) private readonly repository: Repository<Volunteer>
  ) {}

  get (id: string): Promise<Volunteer> {
    return this.repository.findOneByOrFail({ id })
  }

  async update (id: string, changes: Partial<Volunteer>): Promise<Volunteer> {
    const volunteer = await this.get(id)
    Object.assign(volunteer, changes)
    return this.repository.save(volunteer)
  }
}
