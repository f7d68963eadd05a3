import { Injectable, NotFoundException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createReadStream, ReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

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
    const inside = target.startsWith(folder + sep);
    const info = inside ? await stat(target).catch(() => null) : null;
    if (!info?.isFile()) {
      throw new NotFoundException('No such file');
    }
    return createReadStream(target);
  }
}
