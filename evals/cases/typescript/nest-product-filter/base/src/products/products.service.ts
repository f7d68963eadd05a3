import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Product, ProductDocument } from './product.schema';

const PUBLIC = { title: 1, category: 1, supplier: 1, priceCents: 1 } as const;

@Injectable()
export class ProductsService {
  constructor(@InjectModel(Product.name) private readonly products: Model<ProductDocument>) {}

  list(shopId: string): Promise<Product[]> {
    return this.products
      .find({ shopId, published: true }, PUBLIC)
      .sort({ title: 1 })
      .limit(100)
      .lean()
      .exec();
  }

  async countByCategory(shopId: string): Promise<Record<string, number>> {
    const groups = await this.products.aggregate<{ _id: string; n: number }>([
      { $match: { shopId, published: true } },
      { $group: { _id: '$category', n: { $sum: 1 } } },
    ]);
    return Object.fromEntries(groups.map(({ _id, n }) => [_id, n]));
  }
}
