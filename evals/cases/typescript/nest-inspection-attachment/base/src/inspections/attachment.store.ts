import { Injectable, NotFoundException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

@Injectable()
export class AttachmentStore {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = config.getOrThrow<string>('ATTACHMENT_ROOT');
  }

  async list(reportId: number): Promise<string[]> {
    try {
      return await readdir(this.folder(reportId));
    } catch {
      throw new NotFoundException();
    }
  }

  private folder(reportId: number): string {
    return join(this.root, String(reportId));
  }
}
