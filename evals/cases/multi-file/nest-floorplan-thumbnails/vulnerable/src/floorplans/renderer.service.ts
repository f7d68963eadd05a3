import { exec } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Injectable, Logger } from '@nestjs/common';

export interface ThumbnailOptions {
  page: string;
  width: string;
}

const run = promisify(exec);

@Injectable()
export class RendererService {
  private readonly logger = new Logger(RendererService.name);

  /** A PNG of one page; sharp could not read plans with layers. */
  async thumbnail(file: string, options: ThumbnailOptions): Promise<Buffer> {
    const folder = await mkdtemp(join(tmpdir(), 'floorplan-'));
    const target = join(folder, 'page');
    try {
      const { page, width } = options;
      await run(`pdftoppm -png -singlefile -f ${page} -scale-to ${width} "${file}" "${target}"`, {
        timeout: 20_000,
      });
      return await readFile(`${target}.png`);
    } catch (error) {
      this.logger.warn('a thumbnail could not be rendered');
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
