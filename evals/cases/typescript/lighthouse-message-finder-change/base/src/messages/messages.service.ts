import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import { Message } from './message.entity';

@Injectable()
export class MessagesService {
  constructor(@InjectRepository(Message) private readonly repo: Repository<Message>) {}

  history(channelId: string, before: Date = new Date(), limit = 50): Promise<Message[]> {
    return this.repo.find({
      where: { channelId, sentAt: LessThan(before) },
      order: { sentAt: 'DESC' },
      take: limit,
      relations: { author: true },
    });
  }
}
