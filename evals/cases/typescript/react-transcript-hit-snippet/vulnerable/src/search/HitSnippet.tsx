import { useMemo } from 'react';
import { highlight } from './highlight';
import type { Hit } from './types';

interface Props {
  hit: Hit;
  query: string;
  onOpen: (transcriptId: string, atSecond: number) => void;
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

export function HitSnippet({ hit, query, onOpen }: Props) {
  const markup = useMemo(
    () => highlight(hit.snippet, query.split(/\s+/).filter(Boolean)),
    [hit.snippet, query],
  );

  return (
    <li className="hit">
      <button type="button" onClick={() => onOpen(hit.transcriptId, hit.second)}>
        {hit.participant} at {clock(hit.second)}
      </button>
      <p className="hit__text" dangerouslySetInnerHTML={{ __html: markup }} />
    </li>
  );
}
