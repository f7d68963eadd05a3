import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Inspection } from './inspection.entity';
import { ListInspectionsQuery } from './list-inspections.query';

@Injectable()
export class InspectionsService {
  constructor(@InjectRepository(Inspection) private readonly repo: Repository<Inspection>) {}

  async one(keeperId: string, id: string): Promise<Inspection> {
    const found = await this.repo.findOneBy({ id, keeperId });
    if (!found) throw new NotFoundException();
    return found;
  }

  list(keeperId: string, query: ListInspectionsQuery) {
    const { page = 1, sort, dir } = query;
    const qb = this.repo
      .createQueryBuilder('i')
      .leftJoinAndSelect('i.hive', 'hive')
      .where('i.keeperId = :keeperId', { keeperId })
      .skip((page - 1) * 25)
      .take(25);

    const column = sort ? `i.${sort}` : 'i.inspectedOn';
    qb.orderBy(column, dir === 'asc' ? 'ASC' : 'DESC');
    return qb.getManyAndCount();
  }
}
