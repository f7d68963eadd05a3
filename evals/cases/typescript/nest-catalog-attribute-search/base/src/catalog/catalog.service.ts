import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, SelectQueryBuilder } from 'typeorm';
import { Product } from './product.entity';
import { SearchDto } from './dto/search.dto';

@Injectable()
export class CatalogService {
  constructor(@InjectRepository(Product) private readonly products: Repository<Product>) {}

  async search(dto: SearchDto): Promise<Product[]> {
    const qb = this.visible();
    if (dto.term) {
      qb.andWhere('p.name ILIKE :term', { term: `%${dto.term}%` });
    }
    return qb.orderBy('p.name').take(dto.take).getMany();
  }

  private visible(): SelectQueryBuilder<Product> {
    return this.products.createQueryBuilder('p').where('p.published = true');
  }
}
