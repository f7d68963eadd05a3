import { Controller, Get, Header, NotFoundException, Param, ParseIntPipe, Query, StreamableFile, UseGuards } from '@nestjs/common';

import { CurrentUser, User } from '../auth/current-user.decorator';
import { SessionGuard } from '../auth/session.guard';
import { FloorplansService } from './floorplans.service';
import { RendererService } from './renderer.service';

@Controller('floorplans')
@UseGuards(SessionGuard)
export class FloorplansController {
  constructor(
    private readonly floorplans: FloorplansService,
    private readonly renderer: RendererService,
  ) {}

  @Get(':id/thumbnail')
  @Header('Content-Type', 'image/png')
  async thumbnail(
    @Param('id', ParseIntPipe) id: number,
    @CurrentUser() user: User,
    @Query('page') page = '1',
    @Query('width') width = '320',
  ): Promise<StreamableFile> {
    const plan = await this.floorplans.findForTenant(id, user.tenantId);
    if (!plan) {
      throw new NotFoundException();
    }
    return new StreamableFile(await this.renderer.thumbnail(plan.file, { page, width }));
  }
}
