import { Op, type WhereOptions } from 'sequelize';
import { Shift } from './shift.model';

export interface ShiftListOptions {
  pitId: number;
  from?: Date;
  page: number;
}

const PAGE_SIZE = 40;

export class ShiftRepository {
  async list(opts: ShiftListOptions) {
    const where: WhereOptions = { pitId: opts.pitId };
    if (opts.from) where.startedAt = { [Op.gte]: opts.from };

    const { rows, count } = await Shift.findAndCountAll({
      where,
      order: [['startedAt', 'DESC']],
      limit: PAGE_SIZE,
      offset: (opts.page - 1) * PAGE_SIZE,
    });
    return { rows, pages: Math.ceil(count / PAGE_SIZE) };
  }
}
