import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Put, StreamableFile } from '@nestjs/common';
import { Needs } from '../access/needs.guard';
import { DogsService } from './dogs.service';
import { UpdateDogDto } from './update-dog.dto';
import { toCsv } from '../shared/csv';

@Controller('dogs')
export class DogsController {
  constructor(private readonly dogs: DogsService) {}

  @Get()
  @Needs('desk')
  list() {
    return this.dogs.boarded();
  }

  @Get('vaccinations.csv')
  @Header('Content-Disposition', 'attachment; filename="vaccinations.csv"')
  async vaccinations(): Promise<StreamableFile> {
    const rows = await this.dogs.vaccinationRows();
    const csv = toCsv(['dog', 'owner', 'phone', 'vaccine', 'due'], rows);
    return new StreamableFile(Buffer.from(csv, 'utf8'), { type: 'text/csv' });
  }

  @Get(':id')
  @Needs('desk')
  one(@Param('id', ParseUUIDPipe) id: string) {
    return this.dogs.get(id);
  }

  @Put(':id')
  @Needs('manager')
  update(@Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateDogDto) {
    return this.dogs.update(id, dto);
  }
}
