import {
  Body,
  Controller,
  FileTypeValidator,
  MaxFileSizeValidator,
  ParseFilePipe,
  Post,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { PotterId } from '../auth/potter-id.decorator';
import { IntakeDto } from './intake.dto';
import { IntakeService, type Photo } from './intake.service';

const image = new ParseFilePipe({
  validators: [
    new MaxFileSizeValidator({ maxSize: 8_000_000 }),
    new FileTypeValidator({ fileType: /^image\/(jpeg|png)$/ }),
  ],
});

@Controller('intake')
@UseGuards(JwtAuthGuard)
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post('photos')
  @UseInterceptors(FileInterceptor('photo'))
  async add(@PotterId() potterId: number, @UploadedFile(image) photo: Photo, @Body() dto: IntakeDto) {
    return { name: await this.intake.store(potterId, photo, dto.folder) };
  }
}
