import { Injectable, NotFoundException } from '@nestjs/common';
import { Repair } from '@prisma/client';

import { PrismaService } from '../prisma/prisma.service';
import { CreateRepairDto } from './dto/create-repair.dto';

@Injectable()
export class RepairsService {
  constructor(private readonly prisma: PrismaService) {}

  listForTenant(tenantId: string): Promise<Repair[]> {
    return this.prisma.repair.findMany({
      where: { tenantId },
      orderBy: { createdAt: 'desc' },
      take: 100,
    });
  }

  async getWithThread(repairId: string, tenantId: string) {
    const repair = await this.prisma.repair.findUnique({
      where: { id: repairId },
      include: {
        photos: { select: { id: true, url: true, takenAt: true } },
        messages: { orderBy: { sentAt: 'asc' } },
      },
    });
    if (!repair) {
      throw new NotFoundException('No such repair request');
    }
    const unread = repair.messages.filter((message) => message.authorId !== tenantId && !message.readAt).length;
    return { ...repair, unread };
  }

  create(tenantId: string, flatId: string, dto: CreateRepairDto): Promise<Repair> {
    return this.prisma.repair.create({
      data: { tenantId, flatId, room: dto.room, description: dto.description, urgent: dto.urgent },
    });
  }

  async withdraw(repairId: string, tenantId: string): Promise<void> {
    const { count } = await this.prisma.repair.updateMany({
      where: { id: repairId, tenantId, status: 'OPEN' },
      data: { status: 'WITHDRAWN' },
    });
    if (count === 0) {
      throw new NotFoundException('No such repair request');
    }
  }
}
