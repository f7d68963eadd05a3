import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ListQuotesDto } from './dto/list-quotes.dto';
import { Quote } from './quote.entity';

@Injectable()
export class QuotesRepository {
  constructor(@InjectRepository(Quote) private readonly repo: Repository<Quote>) {}

  async page(carrierId: string, page: ListQuotesDto): Promise<{ rows: Quote[]; total: number }> {
    const qb = this.repo
      .createQueryBuilder('q')
      .where('q.carrierId = :carrierId', { carrierId })
      .orderBy(`q.${page.sort}`, page.dir)
      .offset(page.offset)
      .limit(page.limit);

    if (page.lane) {
      qb.andWhere('q.lane = :lane', { lane: page.lane });
    }

    const [rows, total] = await qb.getManyAndCount();
    return { rows, total };
  }
}
