import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, UseGuards } from '@nestjs/common';
import { Gardener } from '../auth/gardener.decorator';
import { GardenerGuard } from '../auth/gardener.guard';
import { PlantingsService } from './plantings.service';
import { RevisePlantingDto } from './revise-planting.dto';

@UseGuards(GardenerGuard)
@Controller('plantings')
export class PlantingsController {
  constructor(private readonly plantings: PlantingsService) {}

  @Get()
  mine(@Gardener('id') gardenerId: string) {
    return this.plantings.forGardener(gardenerId);
  }

  @Patch(':id')
  @HttpCode(204)
  revise(
    @Gardener('id') gardenerId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: RevisePlantingDto,
  ) {
    return this.plantings.revise(gardenerId, id, dto);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Gardener('id') gardenerId: string, @Param('id', ParseUUIDPipe) id: string) {
    return this.plantings.remove(gardenerId, id);
  }
}
