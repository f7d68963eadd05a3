import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

import { Consignment } from './consignment.entity';
import { ListConsignmentsDto } from './list-consignments.dto';
import { parseOrder } from './list-options';

@Injectable()
export class ConsignmentsService {
  constructor(
    @InjectRepository(Consignment)
    private readonly consignments: Repository<Consignment>,
  ) {}

  async list(depotId: string, query: ListConsignmentsDto) {
    const order = parseOrder(query.sort);
    const builder = this.consignments
      .createQueryBuilder('c')
      .where('c.depotId = :depotId', { depotId })
      .orderBy(`c.${order.column}`, order.direction)
      .limit(query.perPage)
      .offset((query.page - 1) * query.perPage);

    if (query.carrier) {
      builder.andWhere('c.carrierName = :carrier', { carrier: query.carrier });
    }

    if (query.since) {
      builder.andWhere('c.arrivedAt >= :since', { since: query.since });
    }
    if (query.until) {
      builder.andWhere('c.arrivedAt < :until', { until: query.until });
    }

    const [rows, total] = await Promise.all([builder.getMany(), builder.getCount()]);
    return { rows, total, page: query.page };
  }

  async one(depotId: string, id: string): Promise<Consignment> {
    const found = await this.consignments.findOneBy({ id, depotId });
    if (!found) {
      throw new NotFoundException();
    }
    return found;
  }
}
