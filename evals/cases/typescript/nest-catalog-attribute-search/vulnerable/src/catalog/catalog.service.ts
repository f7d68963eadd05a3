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
    for (const attribute of dto.attribute ?? []) {
      this.withAttribute(qb, attribute);
    }
    return qb.orderBy('p.name').take(dto.take).getMany();
  }

  private withAttribute(qb: SelectQueryBuilder<Product>, attribute: string): void {
    const [name, ...rest] = attribute.split(':');
    const pair = JSON.stringify({ [name]: rest.join(':') });
    qb.andWhere(`p.attributes @> '${pair}'::jsonb`);
  }

  private visible(): SelectQueryBuilder<Product> {
    return this.products.createQueryBuilder('p').where('p.published = true');
  }
}
