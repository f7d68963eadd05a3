import type { PrismaClient } from '@prisma/client';

export class CaseRepository {
  constructor(private readonly prisma: PrismaClient) {}

  async get(branchId: string, id: string) {
    return this.prisma.caseFile.findFirst({
      where: { id, branchId },
      include: { attachments: { orderBy: { addedAt: 'asc' } } },
    });
  }

  open(branchId: string, take = 50) {
    return this.prisma.caseFile.findMany({
      where: { closedAt: null, branchId },
      orderBy: { openedAt: 'desc' },
      take,
    });
  }
}
