import { Controller, Get, Param, StreamableFile, UseGuards } from '@nestjs/common';
import { SurveyorGuard } from '../auth/surveyor.guard';
import { SketchesService } from './sketches.service';

@Controller('sketches')
@UseGuards(SurveyorGuard)
export class SketchesController {
  constructor(private readonly sketches: SketchesService) {}

  @Get(':file')
  async download(@Param('file') file: string): Promise<StreamableFile> {
    return new StreamableFile(await this.sketches.open(file), { type: 'image/png' });
  }
}
