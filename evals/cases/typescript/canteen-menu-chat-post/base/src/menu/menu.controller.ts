import { Controller, Get, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { CookGuard } from '../auth/cook.guard';
import { MenuService } from './menu.service';

@Controller('menus')
@UseGuards(CookGuard)
export class MenuController {
  constructor(private readonly menus: MenuService) {}

  @Get(':week')
  week(@Param('week', ParseIntPipe) week: number) {
    return this.menus.ofWeek(week);
  }
}
