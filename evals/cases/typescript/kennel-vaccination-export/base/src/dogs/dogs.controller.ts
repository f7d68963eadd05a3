import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Needs } from '../access/needs.guard';
import { DogsService } from './dogs.service';
import { UpdateDogDto } from './update-dog.dto';

@Controller('dogs')
export class DogsController {
  constructor(private readonly dogs: DogsService) {}

  @Get()
  @Needs('desk')
  list() {
    return this.dogs.boarded();
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
