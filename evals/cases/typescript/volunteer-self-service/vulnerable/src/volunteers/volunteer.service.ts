import type { EntityManager, EntityRepository } from '@mikro-orm/core';
import { Volunteer } from './volunteer.entity';
import { NotFound } from '../errors';

export type Changes = Partial<Pick<Volunteer, 'phone' | 'town' | 'emergencyContact'>>;

export class VolunteerService {
  private readonly volunteers: EntityRepository<Volunteer>;

  constructor(private readonly em: EntityManager) {
    this.volunteers = em.getRepository(Volunteer);
  }

  async get(id: number): Promise<Volunteer> {
    const volunteer = await this.volunteers.findOne(id);
    if (!volunteer) throw new NotFound('volunteer');
    return volunteer;
  }

  async change(id: number, changes: Changes): Promise<Volunteer> {
    const volunteer = await this.get(id);
    this.volunteers.assign(volunteer, changes);
    await this.em.flush();
    return volunteer;
  }
}
