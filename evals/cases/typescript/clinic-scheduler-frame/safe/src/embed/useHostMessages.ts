import { useEffect, useRef } from 'react';
import type { BookingDraft } from '../booking/types';

type HostMessage =
  | { kind: 'draft'; draft: BookingDraft }
  | { kind: 'session'; ticket: string }
  | { kind: 'theme'; accent: string };

interface Handlers {
  onDraft(draft: BookingDraft): void;
  onSession(ticket: string): void;
  onTheme(accent: string): void;
}

const isMessage = (data: unknown): data is HostMessage =>
  typeof data === 'object' && data !== null && 'kind' in data;

/** Listens to the clinic's page around the frame. */
export function useHostMessages(hostOrigin: string, handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => {
      if (event.origin !== hostOrigin || !isMessage(event.data)) return;
      const message = event.data;
      switch (message.kind) {
        case 'draft':
          return latest.current.onDraft(message.draft);
        case 'session':
          return latest.current.onSession(message.ticket);
        case 'theme':
          return latest.current.onTheme(message.accent);
      }
    };
    window.addEventListener('message', listener);
    window.parent.postMessage({ kind: 'ready' }, hostOrigin);
    return () => window.removeEventListener('message', listener);
  }, [hostOrigin]);
}
