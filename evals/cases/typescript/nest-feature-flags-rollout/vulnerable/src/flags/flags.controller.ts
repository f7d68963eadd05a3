import {
  Body,
  Controller,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Patch,
  Post,
  UseGuards,
} from '@nestjs/common';
import { CurrentUser, SessionUser } from '../auth/current-user.decorator';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { CreateFlagDto, FlagDto, RolloutDto } from './dto';
import { FlagsService } from './flags.service';

@Controller('flags')
export class FlagsController {
  constructor(private readonly flags: FlagsService) {}

  /** What a visitor may see: names of the flags that are on, nothing about rollouts. */
  @Get('public')
  enabled(): Promise<string[]> {
    return this.flags.enabledKeys();
  }

  @Get()
  @UseGuards(JwtAuthGuard, RolesGuard)
  @Roles('developer', 'operator')
  list(): Promise<FlagDto[]> {
    return this.flags.list();
  }

  @Post()
  @UseGuards(JwtAuthGuard, RolesGuard)
  @Roles('operator')
  create(@Body() dto: CreateFlagDto, @CurrentUser() user: SessionUser): Promise<FlagDto> {
    return this.flags.create(dto, user.id);
  }

  @Patch(':key/rollout')
  @HttpCode(204)
  async setRollout(@Param('key') key: string, @Body() { percentage }: RolloutDto): Promise<void> {
    const changed = await this.flags.setRollout(key, percentage);
    if (!changed) {
      throw new NotFoundException();
    }
  }

  @Post(':key/archive')
  @UseGuards(JwtAuthGuard, RolesGuard)
  @Roles('operator')
  @HttpCode(204)
  async archive(@Param('key') key: string, @CurrentUser() user: SessionUser): Promise<void> {
    await this.flags.archive(key, user.id);
  }
}
