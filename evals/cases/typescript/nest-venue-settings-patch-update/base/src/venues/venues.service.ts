import { BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
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

  async resize(id: string, ownerId: string, capacity: number): Promise<Venue> {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new BadRequestException('capacity must be a positive number');
    }
    const venue = await this.owned(id, ownerId);
    venue.capacity = capacity;
    return this.venues.save(venue);
  }
}
