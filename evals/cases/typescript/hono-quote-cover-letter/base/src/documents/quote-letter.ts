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

export function renderQuoteLetter(quote: QuoteForLetter): string {
  return env.render('quote-letter.njk', { quote, paragraphs: [] });
}
