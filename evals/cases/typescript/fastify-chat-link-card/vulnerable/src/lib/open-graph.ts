import { parse } from 'node-html-parser';

export interface Card {
  title?: string;
  description?: string;
  image?: string;
}

export function parseOpenGraph(html: string): Card {
  const root = parse(html);
  const meta = (property: string) =>
    root.querySelector(`meta[property="og:${property}"]`)?.getAttribute('content');
  return {
    title: meta('title') ?? root.querySelector('title')?.text,
    description: meta('description'),
    image: meta('image'),
  };
}
