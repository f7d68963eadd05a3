import { Injectable, NotFoundException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createReadStream, type ReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

@Injectable()
export class TilesService {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = config.getOrThrow<string>('TILE_ROOT');
  }

  /** Folder names are dates such as 2024-06-30. */
  async surveys(): Promise<string[]> {
    const names = await readdir(join(this.root, 'surveys'));
    return names.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
  }

  async open(tile: string): Promise<ReadStream> {
    const file = join(this.root, 'surveys', tile);
    const info = await stat(file).catch(() => null);
    if (!info?.isFile()) {
      throw new NotFoundException();
    }
    return createReadStream(file);
  }
}
