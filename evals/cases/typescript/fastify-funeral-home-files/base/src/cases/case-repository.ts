import type { PrismaClient } from '@prisma/client';

export class CaseRepository {
  constructor(private readonly prisma: PrismaClient) {}

  async get(branchId: string, id: string) {
    const file = await this.prisma.caseFile.findFirst({
      where: { id, branchId },
    });
    if (!file) return null;
    const attachments = await this.prisma.attachment.findMany({
      where: { caseFileId: file.id },
      orderBy: { addedAt: 'asc' },
    });
    return { ...file, attachments };
  }

  open(branchId: string, take = 50) {
    return this.prisma.caseFile.findMany({
      where: { closedAt: null, branchId },
      orderBy: { openedAt: 'desc' },
      take,
    });
  }
}
