import { Body, Controller, Delete, Get, Param, ParseIntPipe, Post, Put, UseGuards } from '@nestjs/common';
import { CurrentCustomer, Customer } from '../auth/current-customer.decorator';
import { CustomerGuard } from '../auth/customer.guard';
import { AddressDto } from './address.dto';
import { Address } from './address.entity';
import { AddressesService } from './addresses.service';

@Controller('me/addresses')
@UseGuards(CustomerGuard)
export class AddressesController {
  constructor(private readonly addresses: AddressesService) {}

  @Get()
  list(@CurrentCustomer() customer: Customer): Promise<Address[]> {
    return this.addresses.listFor(customer.id);
  }

  @Post()
  add(@CurrentCustomer() customer: Customer, @Body() dto: AddressDto): Promise<Address> {
    return this.addresses.add(customer.id, dto);
  }

  @Put(':id')
  update(
    @CurrentCustomer() customer: Customer,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: AddressDto,
  ): Promise<Address> {
    return this.addresses.update(customer.id, id, dto);
  }

  @Delete(':id')
  remove(@CurrentCustomer() customer: Customer, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.addresses.remove(customer.id, id);
  }
}
