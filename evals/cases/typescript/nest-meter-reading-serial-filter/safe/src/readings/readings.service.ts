import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

import { ListReadingsDto } from './dto/list-readings.dto';
import { Reading } from './reading.entity';

const PAGE_SIZE = 50;

@Injectable()
export class ReadingsService {
  constructor(
    @InjectRepository(Reading)
    private readonly readings: Repository<Reading>,
  ) {}

  async list(utilityId: string, query: ListReadingsDto): Promise<{ items: Reading[]; total: number }> {
    const qb = this.readings
      .createQueryBuilder('reading')
      .where('reading.utilityId = :utilityId', { utilityId });

    if (query.serial) {
      qb.andWhere('reading.meterSerial LIKE :serial', { serial: `${query.serial}%` });
    }
    if (query.since) {
      qb.andWhere('reading.takenAt >= :since', { since: query.since });
    }

    const [items, total] = await qb
      .orderBy('reading.takenAt', 'DESC')
      .skip((query.page - 1) * PAGE_SIZE)
      .take(PAGE_SIZE)
      .getManyAndCount();
    return { items, total };
  }

  async findOne(utilityId: string, id: string): Promise<Reading> {
    const reading = await this.readings.findOneBy({ id, utilityId });
    if (!reading) {
      throw new NotFoundException();
    }
    return reading;
  }
}
