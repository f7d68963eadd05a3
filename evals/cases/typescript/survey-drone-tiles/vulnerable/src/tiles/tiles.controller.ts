import { Controller, Get, Header, Param, StreamableFile, UseGuards } from '@nestjs/common';
import { SessionGuard } from '../auth/session.guard';
import { TilesService } from './tiles.service';

@Controller('tiles')
@UseGuards(SessionGuard)
export class TilesController {
  constructor(private readonly tiles: TilesService) {}

  @Get('*path')
  @Header('Content-Type', 'image/webp')
  @Header('Cache-Control', 'private, max-age=86400')
  async tile(@Param('path') path: string[]): Promise<StreamableFile> {
    return new StreamableFile(await this.tiles.open(path.join('/')));
  }
}
