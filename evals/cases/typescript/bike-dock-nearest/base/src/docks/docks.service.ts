import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Dock } from './dock.entity';

@Injectable()
export class DocksService {
  constructor(@InjectRepository(Dock) private readonly docks: Repository<Dock>) {}

  findOpen(cityId: string): Promise<Dock[]> {
    const qb = this.docks
      .createQueryBuilder('dock')
      .where('dock.cityId = :cityId', { cityId })
      .andWhere('dock.closedAt IS NULL')
      .take(40);

    return qb.orderBy('dock.name', 'ASC').getMany();
  }

  async countFree(cityId: string): Promise<number> {
    const { free } = await this.docks
      .createQueryBuilder('dock')
      .select('SUM(dock.freeSlots)', 'free')
      .where('dock.cityId = :cityId', { cityId })
      .getRawOne();
    return Number(free ?? 0);
  }
}
