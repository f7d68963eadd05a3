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

  // returns the row, so that the client need not load the list again
  async revise(id: string, dto: RevisePlantingDto) {
    try {
      return await this.prisma.planting.update({
        where: { id },
        data: { crop: dto.crop, note: dto.note },
      });
    } catch (err) {
      if (err instanceof Prisma.PrismaClientKnownRequestError && err.code === 'P2025') {
        throw new NotFoundException();
      }
      throw err;
    }
  }

  async remove(gardenerId: string, id: string) {
    await this.prisma.planting.deleteMany({ where: { id, gardenerId } });
  }
}
