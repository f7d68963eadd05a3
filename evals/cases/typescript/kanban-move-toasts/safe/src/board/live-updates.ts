import { escapeText, toast } from '../ui/toast';
import type { BoardStore } from './store';

interface CardMoved {
  type: 'card.moved';
  card: { id: string; title: string };
  column: string;
  by: string;
}

interface CardArchived {
  type: 'card.archived';
  card: { id: string; title: string };
  by: string;
}

type BoardEvent = CardMoved | CardArchived;

const strong = (value: string) => `<strong>${escapeText(value)}</strong>`;

export function connectLiveUpdates(boardId: string, store: BoardStore): () => void {
  const source = new EventSource(`/api/boards/${encodeURIComponent(boardId)}/events`);

  source.onmessage = (raw) => {
    const event = JSON.parse(raw.data) as BoardEvent;
    switch (event.type) {
      case 'card.moved':
        store.move(event.card.id, event.column);
        toast(`${strong(event.card.title)} is now in another column`);
        break;
      case 'card.archived':
        store.archive(event.card.id);
        toast(`${strong(event.card.title)} was archived`, 'warn');
        break;
    }
  };

  return () => source.close();
}
