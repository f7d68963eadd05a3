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

export function renderQuoteLetter(quote: QuoteForLetter, coverText: string): string {
  const cover = env.renderString(coverText, { quote });
  return env.render('quote-letter.njk', { quote, paragraphs: cover.split(/\n{2,}/) });
}
