import { Injectable } from '@nestjs/common';
import sharp from 'sharp';

export interface ThumbnailOptions {
  page: string;
  width: string;
}

const MAX_WIDTH = 1200;

@Injectable()
export class RendererService {
  /** A PNG of one page. */
  async thumbnail(file: string, options: ThumbnailOptions): Promise<Buffer> {
    const page = Math.max(Number.parseInt(options.page, 10) || 1, 1);
    const width = Math.min(Number.parseInt(options.width, 10) || 320, MAX_WIDTH);
    return sharp(file, { page: page - 1 }).resize({ width }).png().toBuffer();
  }
}
