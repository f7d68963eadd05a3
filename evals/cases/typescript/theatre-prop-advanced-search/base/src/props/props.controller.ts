import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ILike, Repository } from 'typeorm';
import { House } from '../auth/house.decorator';
import { StageCrewGuard } from '../auth/stage-crew.guard';
import { Prop } from './prop.entity';

@Controller('props')
@UseGuards(StageCrewGuard)
export class PropsController {
  constructor(@InjectRepository(Prop) private readonly repo: Repository<Prop>) {}

  @Get()
  search(@House() houseId: string, @Query('q') q = '') {
    return this.repo.find({ where: { houseId, label: ILike(`%${q}%`) }, take: 100 });
  }
}
