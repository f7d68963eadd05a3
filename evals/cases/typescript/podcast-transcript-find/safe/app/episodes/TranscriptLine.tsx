import { memo } from 'react';
import { markHits } from '../lib/marks';

type Props = {
  speaker: string;
  at: number;
  /** As the listener who corrected it last typed it. */
  text: string;
  term: string;
  onSeek: (seconds: number) => void;
};

const clock = (s: number) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;

function TranscriptLine({ speaker, at, text, term, onSeek }: Props) {
  return (
    <li className="transcript-line">
      <button type="button" onClick={() => onSeek(at)}>
        {clock(at)}
      </button>
      <b>{speaker}</b>
      <p>{markHits(text, term)}</p>
    </li>
  );
}

export default memo(TranscriptLine);
