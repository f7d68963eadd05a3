import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Photo {
  mimetype: string;
  buffer: Buffer;
}

const EXT: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

@Injectable()
export class IntakeService {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = config.getOrThrow('intake.root');
  }

  async store(potterId: number, photo: Photo, folder?: string): Promise<string> {
    const dir = join(this.root, String(potterId), folder?.trim() ?? '');
    await mkdir(dir, { recursive: true });
    const name = `${randomUUID()}.${EXT[photo.mimetype]}`;
    await writeFile(join(dir, name), photo.buffer, { flag: 'wx' });
    return name;
  }
}
