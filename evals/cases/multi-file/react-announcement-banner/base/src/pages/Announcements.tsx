import { useEffect, useState } from 'react';

import { api } from '../lib/api';
import { RichText } from '../components/RichText';

interface Announcement {
  id: number;
  author: string;
  body: string;
  publishedAt: string;
}

export function Announcements({ teamId }: { teamId: number }) {
  const [items, setItems] = useState<Announcement[]>([]);

  useEffect(() => {
    const abort = new AbortController();
    api
      .get<Announcement[]>(`/teams/${teamId}/announcements`, { signal: abort.signal })
      .then(setItems)
      .catch(() => undefined);
    return () => abort.abort();
  }, [teamId]);

  return (
    <section aria-label="Announcements">
      {items.map(({ id, author, body, publishedAt }) => (
        <article key={id}>
          <header>
            {author}, <time dateTime={publishedAt}>{publishedAt.slice(0, 10)}</time>
          </header>
          <RichText text={body} className="announcement" />
        </article>
      ))}
    </section>
  );
}
