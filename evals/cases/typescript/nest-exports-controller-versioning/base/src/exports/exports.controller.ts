import { Controller, Get, Param, ParseUUIDPipe, Post, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { AdminGuard } from '../auth/admin.guard';
import { ExportsService } from './exports.service';

@ApiTags('exports')
@UseGuards(JwtAuthGuard, AdminGuard)
@Controller('exports')
export class ExportsController {
  constructor(private readonly service: ExportsService) {}

  @Get()
  list() {
    return this.service.list();
  }

  @Post('customers')
  startCustomers() {
    return this.service.start('customers');
  }

  @Get(':id/file')
  async file(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const stream = await this.service.open(id);
    return new StreamableFile(stream, { type: 'text/csv' });
  }
}
