import { Controller, Get, Param, ParseIntPipe, StreamableFile, UseGuards } from '@nestjs/common';
import { CampaignMemberGuard } from '../campaigns/campaign-member.guard';
import { SurveyorGuard } from '../auth/surveyor.guard';
import { SketchesService } from './sketches.service';

@Controller('campaigns/:campaignId/sketches')
@UseGuards(SurveyorGuard, CampaignMemberGuard)
export class SketchesController {
  constructor(private readonly sketches: SketchesService) {}

  @Get(':file')
  async download(
    @Param('campaignId', ParseIntPipe) campaignId: number,
    @Param('file') file: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.sketches.open(campaignId, file), { type: 'image/png' });
  }
}
