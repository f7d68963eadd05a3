import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';

import { Tenant } from '../auth/tenant.decorator';
import { TenantGuard } from '../auth/tenant.guard';
import type { TenantSession } from '../auth/tenant-session';
import { CreateRepairDto } from './dto/create-repair.dto';
import { RepairsService } from './repairs.service';

@UseGuards(TenantGuard)
@Controller('repairs')
export class RepairsController {
  constructor(private readonly repairs: RepairsService) {}

  @Get()
  list(@Tenant() tenant: TenantSession) {
    return this.repairs.listForTenant(tenant.id);
  }

  @Get(':id')
  get(@Tenant() tenant: TenantSession, @Param('id', ParseUUIDPipe) id: string) {
    return this.repairs.getWithThread(id, tenant.id);
  }

  @Post()
  create(@Tenant() tenant: TenantSession, @Body() dto: CreateRepairDto) {
    return this.repairs.create(tenant.id, tenant.flatId, dto);
  }

  @Delete(':id')
  @HttpCode(204)
  withdraw(@Tenant() tenant: TenantSession, @Param('id', ParseUUIDPipe) id: string) {
    return this.repairs.withdraw(id, tenant.id);
  }
}
