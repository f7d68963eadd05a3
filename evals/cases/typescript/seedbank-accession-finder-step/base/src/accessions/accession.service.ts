import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Accession } from './accession.entity';
import { FindAccessionsDto } from './find-accessions.dto';

const PAGE_SIZE = 40;

@Injectable()
export class AccessionService {
  constructor(
    @InjectRepository(Accession)
    private readonly accessions: Repository<Accession>,
  ) {}

  async find(dto: FindAccessionsDto) {
    const qb = this.accessions
      .createQueryBuilder('a')
      .leftJoinAndSelect('a.shelf', 'shelf')
      .orderBy('a.collectedOn', 'DESC')
      .skip(((dto.page ?? 1) - 1) * PAGE_SIZE)
      .take(PAGE_SIZE);

    if (dto.country) {
      qb.andWhere('a.countryCode = :country', { country: dto.country });
    }

    const term = dto.q?.trim();
    if (term) {
      qb.andWhere('a.genus ILIKE :term', { term: `%${term}%` });
    }

    const [items, total] = await qb.getManyAndCount();
    return { items, total, page: dto.page ?? 1 };
  }

  countByCountry() {
    return this.accessions
      .createQueryBuilder('a')
      .select('a.countryCode', 'country')
      .addSelect('COUNT(*)', 'n')
      .groupBy('a.countryCode')
      .getRawMany<{ country: string; n: string }>();
  }
}
