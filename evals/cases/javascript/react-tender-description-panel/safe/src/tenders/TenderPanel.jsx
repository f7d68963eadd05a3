import { useEffect, useState } from 'react';
import DOMPurify from 'dompurify';
import { Badge, Button, Card, Spinner } from '../ui';
import { api } from '../api';
import { formatDate } from '../format';

function useDescription(tenderId, open) {
  const [state, setState] = useState({ html: '', loading: false });

  useEffect(() => {
    if (!open) return undefined;
    const aborter = new AbortController();
    setState({ html: '', loading: true });
    api.get(`/tenders/${tenderId}/description`, { signal: aborter.signal })
      .then(({ data }) => setState({ html: DOMPurify.sanitize(data.html), loading: false }))
      .catch(() => setState({ html: '', loading: false }));
    return () => aborter.abort();
  }, [tenderId, open]);

  return state;
}

/** One tender as its publishing authority wrote it, with our own facts around it. */
export function TenderPanel({ tender, onWatch }) {
  const [open, setOpen] = useState(false);
  const description = useDescription(tender.id, open);

  return (
    <Card>
      <header>
        <h3>{tender.title}</h3>
        <Badge tone={tender.daysLeft < 7 ? 'warning' : 'neutral'}>
          until {formatDate(tender.deadline)}
        </Badge>
      </header>
      <p>{tender.authority}, {tender.place}</p>
      <Button kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Less' : 'More'}
      </Button>
      {open && description.loading && <Spinner label="Loading" />}
      {open && !description.loading && (
        <div className="rich-text" dangerouslySetInnerHTML={{ __html: description.html }} />
      )}
      <footer>
        <Button onClick={() => onWatch(tender.id)}>Watch this tender</Button>
      </footer>
    </Card>
  );
}
