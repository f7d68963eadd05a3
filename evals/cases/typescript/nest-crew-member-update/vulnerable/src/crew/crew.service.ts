import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { CrewMember } from './crew-member.entity';

@Injectable()
export class CrewService {
  constructor(@InjectRepository(CrewMember) private readonly members: Repository<CrewMember>) {}

  async get(id: string): Promise<CrewMember> {
    const member = await this.members.findOneBy({ id });
    if (!member) throw new NotFoundException();
    return member;
  }

  async update(id: string, changes: Partial<CrewMember>): Promise<CrewMember> {
    const member = await this.get(id);
    this.members.merge(member, changes);
    return this.members.save(member);
  }
}
