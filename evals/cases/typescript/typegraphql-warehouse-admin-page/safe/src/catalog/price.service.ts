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

  /** Multiplies the prices of a category and returns how many were changed. */
  async scale(category: string, factor: number): Promise<number> {
    const { affected } = await this.repository
      .createQueryBuilder()
      .update()
      .set({ net: () => 'ROUND(net * :factor, 2)' })
      .where('category = :category', { category })
      .setParameter('factor', factor)
      .execute();
    return affected ?? 0;
  }

  async remove(articleId: string): Promise<boolean> {
    const { affected } = await this.repository.delete({ articleId });
    return Boolean(affected);
  }
}
