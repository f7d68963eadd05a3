import { memo } from 'react';
import { renderMarkdown } from '../lib/renderMarkdown';

interface Props {
  source: string;
  className?: string;
}

function View({ source, className }: Props) {
  const html = renderMarkdown(source);
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

export const MarkdownView = memo(View);
