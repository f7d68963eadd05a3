import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, UseGuards } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { CookGuard } from '../auth/cook.guard';
import { ChatPosterService } from './chat-poster.service';
import { MenuService } from './menu.service';

class PostMenuDto {
  /** The "incoming webhook" address of the channel. */
  @IsString()
  @MaxLength(500)
  webhook!: string;
}

@Controller('menus')
@UseGuards(CookGuard)
export class MenuController {
  constructor(
    private readonly menus: MenuService,
    private readonly chat: ChatPosterService,
  ) {}

  @Get(':week')
  week(@Param('week', ParseIntPipe) week: number) {
    return this.menus.ofWeek(week);
  }

  @Post(':week/post')
  @HttpCode(202)
  async post(@Param('week', ParseIntPipe) week: number, @Body() dto: PostMenuDto) {
    await this.chat.post(dto.webhook, await this.menus.ofWeek(week));
  }
}
