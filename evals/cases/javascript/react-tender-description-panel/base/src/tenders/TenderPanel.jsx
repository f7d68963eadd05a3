import { useMemo, useState } from 'react';
import DOMPurify from 'dompurify';
import { Badge, Button, Card, Spinner } from '../ui';
import { formatDate } from '../format';

/** One tender as its publishing authority wrote it, with our own facts around it. */
export function TenderPanel({ tender, onWatch }) {
  const [open, setOpen] = useState(false);
  const description = useMemo(() => DOMPurify.sanitize(tender.descriptionHtml), [tender.descriptionHtml]);

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
      {open && <div className="rich-text" dangerouslySetInnerHTML={{ __html: description }} />}
      <footer>
        <Button onClick={() => onWatch(tender.id)}>Watch this tender</Button>
      </footer>
    </Card>
  );
}
