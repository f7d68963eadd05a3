import { Injectable, NotFoundException } from '@nestjs/common';
import { Prisma } from '@prisma/client';
import { PrismaService } from '../prisma/prisma.service';
import { RevisePlantingDto } from './revise-planting.dto';

@Injectable()
export class PlantingsService {
  constructor(private readonly prisma: PrismaService) {}

  forGardener(gardenerId: string) {
    return this.prisma.planting.findMany({ where: { gardenerId }, orderBy: { sownOn: 'desc' } });
  }

  async revise(gardenerId: string, id: string, dto: RevisePlantingDto) {
    const { count } = await this.prisma.planting.updateMany({
      where: { id, gardenerId },
      data: { crop: dto.crop, note: dto.note },
    });
    if (count === 0) {
      throw new NotFoundException();
    }
  }

  async remove(gardenerId: string, id: string) {
    await this.prisma.planting.deleteMany({ where: { id, gardenerId } });
  }
}
