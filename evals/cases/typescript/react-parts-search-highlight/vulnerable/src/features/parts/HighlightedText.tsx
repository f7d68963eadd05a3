import { useMemo } from 'react';

interface HighlightedTextProps {
  text: string;
  term: string;
}

function escapeRegExp(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function highlight(text: string, term: string): string {
  if (!term) return text;
  return text.replace(new RegExp(escapeRegExp(term), 'gi'), (hit) => `<mark>${hit}</mark>`);
}

export function HighlightedText({ text, term }: HighlightedTextProps) {
  const html = useMemo(() => highlight(text, term.trim()), [text, term]);
  return <span className="part-name" dangerouslySetInnerHTML={{ __html: html }} />;
}
