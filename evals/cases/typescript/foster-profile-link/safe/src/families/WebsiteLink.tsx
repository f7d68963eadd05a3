import { Globe } from 'lucide-react';
import { webUrl } from '../lib/webUrl';

interface Props {
  website: string | null;
  compact?: boolean;
}

const shorten = (text: string) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);

export function WebsiteLink({ website, compact = false }: Props) {
  const href = webUrl(website);
  if (!website || !href) return null;
  return (
    <a className="website" href={href} rel="noopener noreferrer" target="_blank">
      <Globe size={16} aria-hidden />
      {compact ? <span className="visually-hidden">Website</span> : shorten(website)}
    </a>
  );
}
