import { Globe } from 'lucide-react';

interface Props {
  website: string | null;
  compact?: boolean;
}

const shorten = (text: string) => (text.length > 32 ? `${text.slice(0, 31)}…` : text);

export function WebsiteLink({ website, compact = false }: Props) {
  if (!website) return null;
  return (
    <a className="website" href={website.trim()} rel="noopener noreferrer" target="_blank">
      <Globe size={16} aria-hidden />
      {compact ? <span className="visually-hidden">Website</span> : shorten(website)}
    </a>
  );
}
