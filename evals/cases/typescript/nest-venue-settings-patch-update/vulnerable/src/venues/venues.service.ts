import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Venue } from './venue.entity';

@Injectable()
export class VenuesService {
  constructor(@InjectRepository(Venue) private readonly venues: Repository<Venue>) {}

  async owned(id: string, ownerId: string): Promise<Venue> {
    const venue = await this.venues.findOneBy({ id, ownerId });
    if (!venue) {
      throw new NotFoundException();
    }
    return venue;
  }

  async update(id: string, ownerId: string, changes: Partial<Venue>): Promise<Venue> {
    const venue = await this.owned(id, ownerId);
    return this.venues.save(Object.assign(venue, changes));
  }
}
