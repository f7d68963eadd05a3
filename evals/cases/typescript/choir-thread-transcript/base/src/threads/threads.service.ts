import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Thread } from './thread.entity';

@Injectable()
export class ThreadsService {
  constructor(@InjectRepository(Thread) private readonly threads: Repository<Thread>) {}

  listFor(memberId: string): Promise<Thread[]> {
    return this.threads.find({
      where: { participants: { id: memberId } },
      order: { updatedAt: 'DESC' },
      take: 50,
    });
  }

  async open(threadId: string, memberId: string): Promise<Thread> {
    const thread = await this.threads.findOne({
      where: { id: threadId, participants: { id: memberId } },
      relations: { messages: true },
    });
    if (!thread) throw new NotFoundException('No such conversation');
    return thread;
  }
}
