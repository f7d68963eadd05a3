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

  read(doc: LegalDoc): Promise<string> {
    return readFile(join(this.dir, 'en', FILES[doc]), 'utf8');
  }
}
