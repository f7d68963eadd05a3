import { Fragment, useMemo } from 'react';

interface HighlightedTextProps {
  text: string;
  term: string;
}

function escapeRegExp(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function highlight(text: string, term: string): string[] {
  if (!term) return [text];
  return text.split(new RegExp(`(${escapeRegExp(term)})`, 'gi'));
}

export function HighlightedText({ text, term }: HighlightedTextProps) {
  const pieces = useMemo(() => highlight(text, term.trim()), [text, term]);
  return (
    <span className="part-name">
      {pieces.map((piece, i) => (i % 2 ? <mark key={i}>{piece}</mark> : <Fragment key={i}>{piece}</Fragment>))}
    </span>
  );
}
