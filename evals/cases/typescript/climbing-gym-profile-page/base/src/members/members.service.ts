import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UpdateProfileDto } from './dto/update-profile.dto';
import { Member } from './member.entity';

@Injectable()
export class MembersService {
  constructor(@InjectRepository(Member) private readonly members: Repository<Member>) {}

  get(id: string): Promise<Member> {
    return this.members.findOneByOrFail({ id });
  }

  async update(id: string, changes: UpdateProfileDto): Promise<Member> {
    const member = await this.get(id);
    Object.assign(member, changes);
    return this.members.save(member);
  }
}
