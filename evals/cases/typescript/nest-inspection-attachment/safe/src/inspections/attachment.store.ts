import { Injectable, NotFoundException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createReadStream, type ReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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

  async open(reportId: number, name: string): Promise<{ size: number; stream: ReadStream }> {
    if (!(await this.list(reportId)).includes(name)) {
      throw new NotFoundException();
    }
    const file = join(this.folder(reportId), name);
    const info = await stat(file).catch(() => null);
    if (!info?.isFile()) {
      throw new NotFoundException();
    }
    return { size: info.size, stream: createReadStream(file) };
  }

  private folder(reportId: number): string {
    return join(this.root, String(reportId));
  }
}
