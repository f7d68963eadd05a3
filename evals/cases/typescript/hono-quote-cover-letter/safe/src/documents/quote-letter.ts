import nunjucks from 'nunjucks';
import { join } from 'node:path';

export interface QuoteForLetter {
  number: string;
  customerName: string;
  total: string;
  validUntil: string;
}

const env = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(join(import.meta.dirname, 'templates')),
  { autoescape: true, throwOnUndefined: false },
);

const PLACEHOLDERS: ReadonlyMap<string, keyof QuoteForLetter> = new Map([
  ['number', 'number'],
  ['customer', 'customerName'],
  ['total', 'total'],
  ['valid_until', 'validUntil'],
]);

export function renderQuoteLetter(quote: QuoteForLetter, coverText: string): string {
  const cover = coverText.replace(/\{([a-z_]{1,20})\}/g, (whole, name: string) => {
    const field = PLACEHOLDERS.get(name);
    return field ? quote[field] : whole;
  });
  return env.render('quote-letter.njk', { quote, paragraphs: cover.split(/\n{2,}/) });
}
