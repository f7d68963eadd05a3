import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { readdir } from 'node:fs/promises';
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
}
