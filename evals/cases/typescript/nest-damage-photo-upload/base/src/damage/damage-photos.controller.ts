import {
  Controller,
  FileTypeValidator,
  MaxFileSizeValidator,
  Param,
  ParseFilePipe,
  ParseUUIDPipe,
  Post,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { ReportOwnerGuard } from './report-owner.guard';
import { PublicMediaService } from '../media/public-media.service';

const MAX_PHOTO_BYTES = 8 * 1024 * 1024;

@Controller('damage-reports/:reportId/photos')
@UseGuards(JwtAuthGuard, ReportOwnerGuard)
export class DamagePhotosController {
  constructor(private readonly media: PublicMediaService) {}

  @Post()
  @UseInterceptors(FileInterceptor('photo', { limits: { fileSize: MAX_PHOTO_BYTES } }))
  async add(
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @UploadedFile(
      new ParseFilePipe({
        validators: [
          new MaxFileSizeValidator({ maxSize: MAX_PHOTO_BYTES }),
          new FileTypeValidator({ fileType: /^image\/(jpeg|png|webp)$/ }),
        ],
      }),
    )
    photo: Express.Multer.File,
  ): Promise<{ url: string }> {
    const key = `damage/${reportId}/${randomUUID()}`;
    return { url: await this.media.publish(key, photo.buffer, photo.mimetype) };
  }
}
