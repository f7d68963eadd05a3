import { BadRequestException, Query } from '@nestjs/common';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile, UseGuards } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { NotaryGuard } from '../auth/notary.guard';
import { Office } from '../auth/office.decorator';
import { DeedsService } from './deeds.service';
import { extract, rotate } from './pdf-tools';

function temporary(file: string): StreamableFile {
  const stream = createReadStream(file);
  stream.once('close', () => void unlink(file).catch(() => undefined));
  return new StreamableFile(stream, { type: 'application/pdf' });
}

@Controller('deeds')
@UseGuards(NotaryGuard)
export class DeedsController {
  constructor(private readonly deeds: DeedsService) {}

  @Get(':id/upright')
  async upright(@Office() office: string, @Param('id', ParseUUIDPipe) id: string) {
    const file = await this.deeds.pathOf(office, id);
    return temporary(await rotate(file, 90));
  }

  @Get(':id/pages')
  async pages(@Office() office: string, @Param('id', ParseUUIDPipe) id: string, @Query('range') range?: string) {
    if (typeof range !== 'string' || !range) throw new BadRequestException('range is missing');
    const file = await this.deeds.pathOf(office, id);
    return temporary(await extract(file, range));
  }
}
