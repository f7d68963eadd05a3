import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Inspection } from './inspection.entity';

@Injectable()
export class InspectionsService {
  constructor(@InjectRepository(Inspection) private readonly repo: Repository<Inspection>) {}

  async one(keeperId: string, id: string): Promise<Inspection> {
    const found = await this.repo.findOneBy({ id, keeperId });
    if (!found) throw new NotFoundException();
    return found;
  }

  list(keeperId: string, page = 1) {
    return this.repo
      .createQueryBuilder('i')
      .leftJoinAndSelect('i.hive', 'hive')
      .where('i.keeperId = :keeperId', { keeperId })
      .orderBy('i.inspectedOn', 'DESC')
      .skip((page - 1) * 25)
      .take(25)
      .getManyAndCount();
  }
}
