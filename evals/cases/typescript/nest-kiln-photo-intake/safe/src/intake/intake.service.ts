import { BadRequestException, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Photo {
  mimetype: string;
  buffer: Buffer;
}

const EXT: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png' };
const FOLDER = /^[a-z0-9][a-z0-9_-]{0,39}$/i;

@Injectable()
export class IntakeService {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = config.getOrThrow('intake.root');
  }

  async store(potterId: number, photo: Photo, folder?: string): Promise<string> {
    const parts = folder ? folder.trim().split('/') : [];
    if (!parts.every((p) => FOLDER.test(p))) throw new BadRequestException('bad folder name');
    const dir = join(this.root, String(potterId), ...parts);
    await mkdir(dir, { recursive: true });
    const name = `${randomUUID()}.${EXT[photo.mimetype]}`;
    await writeFile(join(dir, name), photo.buffer, { flag: 'wx' });
    return name;
  }
}
