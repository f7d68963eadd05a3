import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UpdateMyProfileDto } from './dto/update-my-profile.dto';
import { Employee } from './employee.entity';

@Injectable()
export class EmployeesService {
  constructor(@InjectRepository(Employee) private readonly employees: Repository<Employee>) {}

  async updateOwn(id: string, dto: UpdateMyProfileDto): Promise<Employee> {
    const employee = await this.employees.findOneByOrFail({ id });
    this.employees.merge(employee, dto);
    return this.employees.save(employee);
  }
}
