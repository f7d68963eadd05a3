import {
  Controller,
  FileTypeValidator,
  MaxFileSizeValidator,
  Param,
  ParseFilePipe,
  ParseUUIDPipe,
  Post,
  UploadedFiles,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
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
  @UseInterceptors(FilesInterceptor('photos', 6, { limits: { fileSize: MAX_PHOTO_BYTES } }))
  async add(
    @Param('reportId', ParseUUIDPipe) reportId: string,
    @UploadedFiles(
      new ParseFilePipe({
        validators: [
          new MaxFileSizeValidator({ maxSize: MAX_PHOTO_BYTES }),
          new FileTypeValidator({ fileType: /^image\/(jpeg|png|webp)$/ }),
        ],
      }),
    )
    photos: Express.Multer.File[],
  ): Promise<{ urls: string[] }> {
    const urls = await Promise.all(
      photos.map((photo) => {
        const key = `damage/${reportId}/${randomUUID()}`;
        return this.media.publish(key, photo.buffer, photo.mimetype);
      }),
    );
    return { urls };
  }
}
