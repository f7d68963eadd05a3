import { Controller, Get, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { BatchAccessGuard } from './batch-access.guard';
import { LocalStorageService } from '../storage/local-storage.service';

@Controller('batches/:batchId/certificates')
@UseGuards(JwtAuthGuard, BatchAccessGuard)
export class CertificatesController {
  constructor(private readonly storage: LocalStorageService) {}

  @Get()
  async list(@Param('batchId', ParseIntPipe) batchId: number): Promise<string[]> {
    return this.storage.list('certificates', String(batchId));
  }
}
