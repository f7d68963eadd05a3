import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES = {
  terms: 'terms-of-use.md',
  privacy: 'privacy.md',
  imprint: 'imprint.md',
} as const;

export type LegalDoc = keyof typeof FILES;

export const isLegalDoc = (name: string): name is LegalDoc => Object.hasOwn(FILES, name);

export class LegalTexts {
  constructor(private readonly dir: string) {}

  /** Falls back to English where nobody has translated the text yet. */
  async read(doc: LegalDoc, lang = 'en'): Promise<string> {
    try {
      return await readFile(join(this.dir, lang, FILES[doc]), 'utf8');
    } catch (error) {
      if (lang === 'en') throw error;
      return this.read(doc);
    }
  }
}
