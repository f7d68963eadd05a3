import { Controller, Get, UseGuards } from '@nestjs/common';
import { CurrentFarm } from '../farms/current-farm.decorator';
import { Farm } from '../farms/farm.entity';
import { FarmerGuard } from '../farms/farmer.guard';
import { ReportArchive } from './report-archive';

@Controller('reports')
@UseGuards(FarmerGuard)
export class ReportsController {
  constructor(private readonly archive: ReportArchive) {}

  @Get()
  async list(@CurrentFarm() farm: Farm) {
    return { farm: farm.name, reports: await this.archive.names(farm.id) };
  }
}
