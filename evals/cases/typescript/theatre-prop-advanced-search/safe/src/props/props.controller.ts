import { Body, Controller, Get, HttpCode, Post, Query, UseGuards, ValidationPipe } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ILike, Repository } from 'typeorm';
import { House } from '../auth/house.decorator';
import { StageCrewGuard } from '../auth/stage-crew.guard';
import { AdvancedSearchDto } from './dto/advanced-search.dto';
import { Prop } from './prop.entity';
import { PropQueryBuilder } from './prop-query.builder';

@Controller('props')
@UseGuards(StageCrewGuard)
export class PropsController {
  constructor(@InjectRepository(Prop) private readonly repo: Repository<Prop>) {}

  @Get()
  search(@House() houseId: string, @Query('q') q = '') {
    return this.repo.find({ where: { houseId, label: ILike(`%${q}%`) }, take: 100 });
  }

  @Post('search')
  @HttpCode(200)
  advanced(
    @House() houseId: string,
    @Body(new ValidationPipe({ whitelist: true, transform: true })) body: AdvancedSearchDto,
  ) {
    return new PropQueryBuilder(this.repo, houseId).matching(body.conditions).run();
  }
}
