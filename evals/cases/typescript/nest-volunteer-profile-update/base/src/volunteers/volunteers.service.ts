import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { UpdateProfileDto } from './update-profile.dto'
import { Volunteer } from './volunteer.entity'

@Injectable()
export class VolunteersService {
  constructor (
    @InjectRepository(Volunteer) private readonly repository: Repository<Volunteer>
  ) {}

  get (id: string): Promise<Volunteer> {
    return this.repository.findOneByOrFail({ id })
  }

  async update (id: string, changes: UpdateProfileDto): Promise<Volunteer> {
    const volunteer = await this.get(id)
    if (changes.displayName !== undefined) volunteer.displayName = changes.displayName
    if (changes.phone !== undefined) volunteer.phone = changes.phone
    return this.repository.save(volunteer)
  }
}
