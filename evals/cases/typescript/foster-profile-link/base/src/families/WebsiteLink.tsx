import { webUrl } from '../lib/webUrl';

interface Props {
  website: string | null;
}

export function WebsiteLink({ website }: Props) {
  const href = webUrl(website);
  if (!href) return null;
  return (
    <a className="website" href={href} rel="noopener noreferrer" target="_blank">
      Website
    </a>
  );
}
