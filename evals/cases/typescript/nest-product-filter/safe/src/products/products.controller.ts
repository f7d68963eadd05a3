import { Controller, Get, Query, ValidationPipe } from '@nestjs/common';
import { ShopId } from '../shops/shop-id.decorator';
import { ProductFilter } from './product-filter.dto';
import { Product } from './product.schema';
import { ProductsService } from './products.service';

/** The public catalogue of one shop, which is known by its host name. */
@Controller('products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  list(
    @ShopId() shopId: string,
    @Query(new ValidationPipe({ whitelist: true, transform: true })) filter: ProductFilter,
  ): Promise<Product[]> {
    return this.products.list(shopId, filter);
  }

  @Get('categories')
  categories(@ShopId() shopId: string): Promise<Record<string, number>> {
    return this.products.countByCategory(shopId);
  }
}
