import { useDeferredValue, useMemo } from 'react';
import DOMPurify from 'dompurify';
import type { Draft, Recipient } from './model';
import { escapeHtml } from '../lib/text';

const PURIFY = { FORBID_TAGS: ['form', 'style'], FORBID_ATTR: ['srcset'] };

function mergeFields(html: string, recipient: Recipient): string {
  return html
    .replace(/\{\{\s*first_name\s*\}\}/g, escapeHtml(recipient.firstName))
    .replace(/\{\{\s*company\s*\}\}/g, escapeHtml(recipient.company ?? ''));
}

interface Props {
  /** Drafts are shared: any editor of the workspace may have written it. */
  draft: Draft;
  recipient: Recipient;
}

export function NewsletterPreview({ draft, recipient }: Props) {
  const source = useDeferredValue(draft.html);
  const html = useMemo(
    () => DOMPurify.sanitize(mergeFields(source, recipient), PURIFY),
    [source, recipient],
  );

  return (
    <section className="preview">
      <header>
        <span className="preview__label">Subject</span>
        <span>{draft.subject}</span>
      </header>
      <div className="preview__body" dangerouslySetInnerHTML={{ __html: html }} />
      <footer>
        Last edited by {draft.updatedBy} on {new Date(draft.updatedAt).toLocaleDateString()}
      </footer>
    </section>
  );
}
