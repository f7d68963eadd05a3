import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, UseGuards } from '@nestjs/common';
import { Allow, StaffGuard } from '../auth/staff.guard';
import { BerthsService } from './berths.service';
import { AssignBerthDto, TariffDto } from './berths.dto';

@Controller('berths')
@UseGuards(StaffGuard)
export class BerthsController {
  constructor(private readonly berths: BerthsService) {}

  /** The harbour map, for everybody with an account. */
  @Get()
  map() {
    return this.berths.map();
  }

  @Put(':number')
  @Allow('harbourmaster', 'deputy')
  assign(@Param('number', ParseIntPipe) number: number, @Body() dto: AssignBerthDto) {
    return this.berths.assign(number, dto.vesselId, dto.until);
  }

  @Post(':number/release')
  @Allow('harbourmaster', 'deputy')
  @HttpCode(204)
  async release(@Param('number', ParseIntPipe) number: number) {
    await this.berths.release(number);
  }

  @Put(':number/tariff')
  @Allow('harbourmaster')
  tariff(@Param('number', ParseIntPipe) number: number, @Body() dto: TariffDto) {
    return this.berths.setTariff(number, dto.centsPerDay);
  }
}
