import { Controller, Get, ParseIntPipe, Query, UseGuards } from '@nestjs/common';
import { CurrentUser, SessionUser } from '../auth/current-user.decorator';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { DirectoryEntry, DirectoryService } from './directory.service';

@Controller('directory')
@UseGuards(JwtAuthGuard)
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Get()
  list(
    @CurrentUser() user: SessionUser,
    @Query('page', new ParseIntPipe({ optional: true })) page = 1,
  ): Promise<DirectoryEntry[]> {
    return this.directory.list(user.companyId, Math.max(page, 1));
  }
}
