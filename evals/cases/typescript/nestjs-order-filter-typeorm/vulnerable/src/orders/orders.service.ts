import { Injectable, NotFoundException } from '@nestjs/common';

import { ListOrdersDto } from './dto/list-orders.dto';
import { OrdersRepository } from './orders.repository';

@Injectable()
export class OrdersService {
  constructor(private readonly repository: OrdersRepository) {}

  async list(tenantId: string, query: ListOrdersDto) {
    const { page, pageSize, ...filter } = query;
    const [items, total] = await this.repository.search(tenantId, filter, page, pageSize);
    return { items, total, page, pageSize };
  }

  async get(tenantId: string, id: string) {
    const order = await this.repository.findOneForTenant(tenantId, id);
    if (!order) {
      throw new NotFoundException();
    }
    return order;
  }
}
