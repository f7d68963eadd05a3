import { Injectable, NotFoundException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

@Injectable()
export class SketchesService {
  private readonly root: string;

  constructor(config: ConfigService) {
    this.root = config.getOrThrow<string>('SKETCH_DIR');
  }

  async open(campaignId: number, file: string): Promise<ReadStream> {
    const location = join(this.root, String(campaignId), file);
    const info = await stat(location).catch(() => null);
    if (!info?.isFile()) {
      throw new NotFoundException('No such sketch');
    }
    return createReadStream(location);
  }
}
