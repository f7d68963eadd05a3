import { Service } from 'typedi';
import { DataSource, Repository } from 'typeorm';
import { Price } from './price.entity';

@Service()
export class PriceService {
  private readonly repository: Repository<Price>;

  constructor(source: DataSource) {
    this.repository = source.getRepository(Price);
  }

  findByArticle(articleId: string): Promise<Price | null> {
    return this.repository.findOneBy({ articleId });
  }

  async set(articleId: string, net: number): Promise<Price> {
    await this.repository.upsert({ articleId, net }, ['articleId']);
    return this.repository.findOneByOrFail({ articleId });
  }

  async remove(articleId: string): Promise<boolean> {
    const { affected } = await this.repository.delete({ articleId });
    return Boolean(affected);
  }
}
