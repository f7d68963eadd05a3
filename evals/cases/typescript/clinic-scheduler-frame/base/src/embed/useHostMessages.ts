import { useEffect, useRef } from 'react';
import type { BookingDraft } from '../booking/types';

type HostMessage =
  | { kind: 'draft'; draft: BookingDraft }
  | { kind: 'session'; ticket: string };

interface Handlers {
  onDraft(draft: BookingDraft): void;
  onSession(ticket: string): void;
}

const isMessage = (data: unknown): data is HostMessage =>
  typeof data === 'object' && data !== null && 'kind' in data;

/** Listens to the clinic's page around the frame. */
export function useHostMessages(hostOrigin: string, handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => {
      if (event.origin !== hostOrigin) return;
      const message = event.data;
      if (!isMessage(message)) return;
      if (message.kind === 'draft') latest.current.onDraft(message.draft);
      else latest.current.onSession(message.ticket);
    };
    window.addEventListener('message', listener);
    window.parent.postMessage({ kind: 'ready' }, hostOrigin);
    return () => window.removeEventListener('message', listener);
  }, [hostOrigin]);
}
