import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Address } from './address.entity';
import { AddressDto } from './address.dto';

@Injectable()
export class AddressesService {
  constructor(
    @InjectRepository(Address)
    private readonly addresses: Repository<Address>,
  ) {}

  listFor(customerId: number): Promise<Address[]> {
    return this.addresses.find({ where: { customerId }, order: { id: 'ASC' } });
  }

  add(customerId: number, dto: AddressDto): Promise<Address> {
    const { street, city, postcode, country } = dto;
    return this.addresses.save({ customerId, street, city, postcode, country });
  }

  async remove(customerId: number, id: number): Promise<void> {
    await this.addresses.delete({ id, customerId });
  }

  async update(customerId: number, id: number, dto: AddressDto): Promise<Address> {
    const address = await this.addresses.findOneBy({ id, customerId });
    if (!address) {
      throw new NotFoundException(`There is no address ${id}`);
    }
    const { street, city, postcode, country } = dto;
    return this.addresses.save({ ...address, street, city, postcode, country });
  }
}
