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

  /** Plain text, one message per line, oldest first. */
  async transcript(threadId: string, memberId: string): Promise<string> {
    const thread = await this.threads.findOne({
      where: { id: threadId, participants: { id: memberId } },
      relations: { messages: { author: true } },
    });
    if (!thread) throw new NotFoundException('No such conversation');
    return thread.messages
      .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
      .map((m) => `[${m.sentAt.toISOString()}] ${m.author.displayName}: ${m.body}`)
      .join('\n');
  }
}
