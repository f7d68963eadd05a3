import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { AccessTokenGuard } from '../auth/access-token.guard';
import { Caller, CallerInfo } from '../auth/caller.decorator';
import { ChannelAccess } from '../channels/channel-access.service';
import { HistoryQuery } from './dto/history.query';
import { FindQuery } from './dto/find.query';
import { MessagesService } from './messages.service';

@Controller('messages')
@UseGuards(AccessTokenGuard)
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly access: ChannelAccess,
  ) {}

  @Get('channel/:channelId')
  async history(
    @Caller() caller: CallerInfo,
    @Param('channelId', ParseUUIDPipe) channelId: string,
    @Query() query: HistoryQuery,
  ) {
    await this.access.requireMember(channelId, caller.userId);
    return this.messages.history(channelId, query.before, query.limit);
  }

  /** Used by the search box above the timeline. */
  @Get('find')
  async find(@Caller() caller: CallerInfo, @Query() dto: FindQuery) {
    await this.access.requireMember(dto.channelId, caller.userId);
    return this.messages.find(dto.channelId, dto.text, dto.limit);
  }
}
