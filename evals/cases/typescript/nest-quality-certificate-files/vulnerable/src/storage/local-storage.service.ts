import { Injectable, NotFoundException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createReadStream, ReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

@Injectable()
export class LocalStorageService {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = resolve(config.getOrThrow<string>('STORAGE_ROOT'));
  }

  async list(area: string, owner: string): Promise<string[]> {
    const entries = await readdir(resolve(this.root, area, owner), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  }

  async open(area: string, owner: string, name: string): Promise<ReadStream> {
    const folder = resolve(this.root, area, owner);
    const target = resolve(folder, String(name));
    const info = await stat(target).catch(() => null);
    if (!info?.isFile()) {
      throw new NotFoundException('No such file');
    }
    return createReadStream(target);
  }
}
