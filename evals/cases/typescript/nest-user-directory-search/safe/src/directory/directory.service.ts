import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';

export interface DirectoryEntry {
  id: number;
  name: string;
  department: string;
}

@Injectable()
export class DirectoryService {
  constructor(
    @InjectRepository(User)
    private readonly users: Repository<User>,
  ) {}

  async list(companyId: number, page: number): Promise<DirectoryEntry[]> {
    const found = await this.users.find({
      where: { companyId, active: true },
      order: { name: 'ASC' },
      take: 50,
      skip: (page - 1) * 50,
    });
    return found.map((user) => this.toEntry(user));
  }

  async search(companyId: number, term: string): Promise<DirectoryEntry[]> {
    const wanted = term.trim().toLowerCase();
    if (wanted.length < 2) {
      return [];
    }
    const found = await this.users
      .createQueryBuilder('user')
      .where('user.companyId = :companyId', { companyId })
      .andWhere('user.active = true')
      .andWhere('(LOWER(user.name) LIKE :like OR LOWER(user.department) LIKE :like)', { like: `%${wanted}%` })
      .orderBy('user.name', 'ASC')
      .take(50)
      .getMany();
    return found.map((user) => this.toEntry(user));
  }

  private toEntry({ id, name, department }: User): DirectoryEntry {
    return { id, name, department };
  }
}
