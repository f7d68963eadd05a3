import { Controller, Get, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExportsService } from './exports.service';
import { ListExportsDto } from './dto/list-exports.dto';
import { toResource } from './export.resource';

@ApiTags('exports')
@Controller({ path: 'exports', version: ['1', '2'] })
export class ExportsController {
  constructor(private readonly service: ExportsService) {}

  @Get()
  async list(@Query() query: ListExportsDto) {
    const items = await this.service.list(query);
    return items.map(toResource);
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
