import { Controller, Get, Query, ValidationPipe } from '@nestjs/common';
import { CatalogService } from './catalog.service';
import { SearchDto } from './dto/search.dto';

@Controller('catalog')
export class CatalogController {
  constructor(private readonly catalog: CatalogService) {}

  @Get()
  search(@Query(new ValidationPipe({ transform: true, whitelist: true })) query: SearchDto) {
    return this.catalog.search(query);
  }
}
