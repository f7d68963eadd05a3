import { Controller, Get } from '@nestjs/common';
import { ShopId } from '../shops/shop-id.decorator';
import { Product } from './product.schema';
import { ProductsService } from './products.service';

/** The public catalogue of one shop, which is known by its host name. */
@Controller('products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  list(@ShopId() shopId: string): Promise<Product[]> {
    return this.products.list(shopId);
  }

  @Get('categories')
  categories(@ShopId() shopId: string): Promise<Record<string, number>> {
    return this.products.countByCategory(shopId);
  }
}
