import { Body, Controller, ForbiddenException, Param, ParseIntPipe, Post, UseGuards } from '@nestjs/common';
import { ApplicantGuard } from '../auth/applicant.guard';
import { Applicant } from '../auth/applicant.decorator';
import { ApplicationsService } from '../applications/applications.service';
import { AttachmentStore } from './attachment-store';
import { UploadDto } from './upload.dto';

@Controller('applications/:id/attachments')
@UseGuards(ApplicantGuard)
export class AttachmentsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly store: AttachmentStore,
  ) {}

  @Post()
  async upload(
    @Applicant() applicantId: string,
    @Param('id', ParseIntPipe) id: number,
    @Body() { name, data }: UploadDto,
  ) {
    if (!(await this.applications.isOwnedBy(id, applicantId))) {
      throw new ForbiddenException();
    }
    const stored = await this.store.keep(id, { name, content: Buffer.from(data, 'base64') });
    return { stored };
  }
}
