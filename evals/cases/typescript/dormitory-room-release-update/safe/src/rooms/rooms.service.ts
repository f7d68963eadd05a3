import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';

import { User } from '../users/user.entity';
import { Room } from './room.entity';
import { Tenancy } from './tenancy.entity';
import { UpdateRoomDto } from './update-room.dto';

@Injectable()
export class RoomsService {
  constructor(
    @InjectRepository(Room) private readonly rooms: Repository<Room>,
    @InjectRepository(Tenancy) private readonly tenancies: Repository<Tenancy>,
  ) {}

  free(): Promise<Room[]> {
    return this.rooms.find({ where: { occupied: false }, order: { building: 'ASC', number: 'ASC' } });
  }

  ofStudent(studentId: number): Promise<Tenancy[]> {
    return this.tenancies.find({ where: { studentId }, relations: { room: true } });
  }

  async update(id: number, dto: UpdateRoomDto): Promise<Room> {
    const room = await this.byId(id);
    room.beds = dto.beds;
    room.accessible = dto.accessible;
    return this.rooms.save(room);
  }

  async assign(id: number, studentId: number, by: User): Promise<Tenancy> {
    const room = await this.byId(id);
    room.occupied = true;
    await this.rooms.save(room);
    return this.tenancies.save({ room, studentId, assignedBy: by.id, from: new Date(), until: null });
  }

  async release(id: number, by: User): Promise<Room> {
    const room = await this.byId(id);
    await this.tenancies.update({ room: { id }, until: IsNull() }, { until: new Date(), endedBy: by.id });
    room.occupied = false;
    return this.rooms.save(room);
  }

  private async byId(id: number): Promise<Room> {
    const room = await this.rooms.findOneBy({ id });
    if (!room) {
      throw new NotFoundException();
    }
    return room;
  }
}
