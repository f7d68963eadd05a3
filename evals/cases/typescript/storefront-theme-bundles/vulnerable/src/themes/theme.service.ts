import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ThemeRepository } from './theme.repository';
import { unpack } from './unpack';

export class ThemeService {
  constructor(
    private readonly themes: ThemeRepository,
    private readonly themesDir: string,
  ) {}

  async create(shopId: number, name: string): Promise<string> {
    const id = randomUUID();
    await mkdir(join(this.themesDir, id), { recursive: true });
    await this.themes.insert({ id, shopId, name });
    return id;
  }

  /** The bundle is a .tgz that the shop owner uploads. */
  async importBundle(shopId: number, name: string, bundle: Readable): Promise<string> {
    const id = await this.create(shopId, name);
    await unpack(bundle, join(this.themesDir, id));
    return id;
  }

  list(shopId: number) {
    return this.themes.findBy({ shopId });
  }
}
