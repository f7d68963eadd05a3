import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

import { Order } from './order.entity';

export interface OrderFilter {
  status?: string;
  reference?: string;
}

@Injectable()
export class OrdersRepository {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  findOneForTenant(tenantId: string, id: string): Promise<Order | null> {
    return this.orders.findOne({ where: { id, tenantId }, relations: { lines: true } });
  }

  search(tenantId: string, filter: OrderFilter, page: number, pageSize: number): Promise<[Order[], number]> {
    const qb = this.orders
      .createQueryBuilder('o')
      .where('o.tenant_id = :tenantId', { tenantId })
      .orderBy('o.created_at', 'DESC')
      .skip((page - 1) * pageSize)
      .take(pageSize);

    if (filter.status) {
      qb.andWhere('o.status = :status', { status: filter.status });
    }
    if (filter.reference) {
      qb.andWhere('o.customer_reference ILIKE :ref', { ref: `%${filter.reference.trim()}%` });
    }
    return qb.getManyAndCount();
  }
}
