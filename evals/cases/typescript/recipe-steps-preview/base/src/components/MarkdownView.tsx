import { renderMarkdown } from '../lib/renderMarkdown';

interface Props {
  source: string;
  className?: string;
}

export function MarkdownView({ source, className }: Props) {
  return (
    <div className={className} dangerouslySetInnerHTML={{ __html: renderMarkdown(source) }} />
  );
}
