import { literal, Op, type OrderItem, type WhereOptions } from 'sequelize';
import { Shift } from './shift.model';

export interface ShiftListOptions {
  pitId: number;
  from?: Date;
  page: number;
  /** Name of a column, or one of the derived ones: hours, tonnage */
  sort?: string;
  desc?: boolean;
}

const PAGE_SIZE = 40;

export class ShiftRepository {
  async list(opts: ShiftListOptions) {
    const where: WhereOptions = { pitId: opts.pitId };
    if (opts.from) where.startedAt = { [Op.gte]: opts.from };

    const direction = opts.desc ? 'DESC' : 'ASC';
    const order = [
      opts.sort ? literal(`${opts.sort} ${direction}`) : ['startedAt', 'DESC'],
    ] as OrderItem[];

    const { rows, count } = await Shift.findAndCountAll({
      where,
      order,
      limit: PAGE_SIZE,
      offset: (opts.page - 1) * PAGE_SIZE,
    });
    return { rows, pages: Math.ceil(count / PAGE_SIZE) };
  }
}
