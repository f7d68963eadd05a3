import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Put, UseGuards } from '@nestjs/common';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { IntervalDto, RenameProbeDto } from './probes.dto';
import { ProbesService } from './probes.service';

/** Temperature probes of the one warehouse this installation runs for. */
@Controller('probes')
export class ProbesController {
  constructor(private readonly probes: ProbesService) {}

  // polled by the load balancer
  @Get('health')
  health() {
    return { ok: true };
  }

  @Get()
  @UseGuards(JwtAuthGuard)
  list() {
    return this.probes.findAll();
  }

  @Patch(':probeId')
  @UseGuards(JwtAuthGuard, RolesGuard)
  @Roles('operator')
  async rename(@Param('probeId', ParseUUIDPipe) probeId: string, @Body() dto: RenameProbeDto) {
    return this.probes.rename(probeId, dto.label);
  }

  @Put(':probeId/interval')
  @UseGuards(JwtAuthGuard, RolesGuard)
  @Roles('operator')
  async interval(@Param('probeId', ParseUUIDPipe) probeId: string, @Body() dto: IntervalDto) {
    return this.probes.setInterval(probeId, dto.seconds);
  }
}
