import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Berth } from './berth.entity';

@Injectable()
export class BerthsService {
  constructor(@InjectRepository(Berth) private readonly repo: Repository<Berth>) {}

  map() {
    return this.repo.find({ select: ['number', 'length', 'taken'], order: { number: 'ASC' } });
  }

  assign(number: number, vesselId: string, until: Date) {
    return this.change(number, { vesselId, until, taken: true });
  }

  setTariff(number: number, centsPerDay: number) {
    return this.change(number, { centsPerDay });
  }

  private async change(number: number, patch: Partial<Berth>) {
    const { affected } = await this.repo.update({ number }, patch);
    if (!affected) {
      throw new NotFoundException(`No berth ${number}`);
    }
  }
}
