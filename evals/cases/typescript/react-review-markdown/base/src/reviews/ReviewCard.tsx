import { useState } from 'react';
import { Stars } from '../components/Stars';
import { api } from '../lib/api';

export interface Review {
  id: string;
  author: string;
  rating: number;
  text: string;
  helpful: number;
}

interface Props {
  review: Review;
  onReport: (id: string) => void;
}

function useHelpful(review: Review) {
  const [count, setCount] = useState(review.helpful);
  const [voted, setVoted] = useState(false);

  async function vote() {
    setVoted(true);
    const { helpful } = await api.post<{ helpful: number }>(`/reviews/${encodeURIComponent(review.id)}/helpful`);
    setCount(helpful);
  }

  return { count, voted, vote };
}

export function ReviewCard({ review, onReport }: Props) {
  const { count, voted, vote } = useHelpful(review);

  return (
    <article className="review">
      <header>
        <Stars value={review.rating} />
        <strong>{review.author}</strong>
      </header>
      <p>{review.text}</p>
      <footer>
        <button type="button" disabled={voted} onClick={vote}>
          Helpful ({count})
        </button>
        <button type="button" onClick={() => onReport(review.id)}>
          Report
        </button>
      </footer>
    </article>
  );
}
