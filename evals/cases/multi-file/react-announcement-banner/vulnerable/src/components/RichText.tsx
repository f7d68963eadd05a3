import { useMemo } from 'react';

import { linkify } from '../lib/markup';

interface Props {
  text: string;
  className?: string;
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linkify(paragraph)}</p>`)
    .join('');
}

/** Text that people wrote, with its paragraphs, formatting and links. */
export function RichText({ text, className }: Props) {
  const html = useMemo(() => paragraphs(text), [text]);
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
