import { Controller, Get, Param, StreamableFile, UseGuards } from '@nestjs/common';
import { CurrentFarm } from '../farms/current-farm.decorator';
import { Farm } from '../farms/farm.entity';
import { FarmerGuard } from '../farms/farmer.guard';
import { ReportArchive } from './report-archive';
import { ReportNamePipe } from './report-name.pipe';

@Controller('reports')
@UseGuards(FarmerGuard)
export class ReportsController {
  constructor(private readonly archive: ReportArchive) {}

  @Get()
  async list(@CurrentFarm() farm: Farm) {
    return { farm: farm.name, reports: await this.archive.names(farm.id) };
  }

  @Get(':file')
  download(@CurrentFarm() farm: Farm, @Param('file', ReportNamePipe) file: string): StreamableFile {
    return new StreamableFile(this.archive.open(farm.id, file), {
      type: 'application/pdf',
      disposition: 'attachment; filename="report.pdf"',
    });
  }
}
