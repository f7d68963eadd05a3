import type { Repository, SelectQueryBuilder } from 'typeorm';
import { OPERATORS, type Condition } from './dto/advanced-search.dto';
import { Prop } from './prop.entity';

export class PropQueryBuilder {
  private readonly qb: SelectQueryBuilder<Prop>;

  constructor(repo: Repository<Prop>, houseId: string) {
    this.qb = repo.createQueryBuilder('prop').where('prop.houseId = :houseId', { houseId });
  }

  matching(conditions: Condition[]): this {
    conditions.forEach((condition, i) => this.add(condition, `value${i}`));
    return this;
  }

  private add(c: Condition, key: string): void {
    const { qb } = this;
    qb.andWhere(`prop.${c.field} ${OPERATORS[c.op]} :${key}`, { [key]: c.value });
  }

  run(limit = 100): Promise<Prop[]> {
    return this.qb.orderBy('prop.label').take(limit).getMany();
  }
}
