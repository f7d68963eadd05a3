import { Controller, Get, Param, ParseIntPipe, StreamableFile, UseGuards } from '@nestjs/common';
import { ReportAccessGuard } from '../auth/report-access.guard';
import { SessionGuard } from '../auth/session.guard';
import { AttachmentStore } from './attachment.store';

@Controller('reports/:reportId/attachments')
@UseGuards(SessionGuard, ReportAccessGuard)
export class AttachmentsController {
  constructor(private readonly store: AttachmentStore) {}

  @Get()
  list(@Param('reportId', ParseIntPipe) reportId: number) {
    return this.store.list(reportId);
  }

  @Get(':name')
  async download(
    @Param('reportId', ParseIntPipe) reportId: number,
    @Param('name') name: string,
  ): Promise<StreamableFile> {
    const { size, stream } = await this.store.open(reportId, name);
    return new StreamableFile(stream, {
      type: 'application/octet-stream',
      disposition: 'attachment',
      length: size,
    });
  }
}
