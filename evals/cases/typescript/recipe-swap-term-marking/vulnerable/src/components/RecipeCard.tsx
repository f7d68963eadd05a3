import { memo } from 'react';
import type { RecipeHit } from '../api/types';
import { mark } from '../lib/mark';

interface Props {
  hit: RecipeHit;
  terms: string[];
  onOpen(id: string): void;
}

function RecipeCardBase({ hit, terms, onOpen }: Props) {
  return (
    <article className="recipe-card" onClick={() => onOpen(hit.id)}>
      <h3>{hit.title}</h3>
      <p className="by">from {hit.author.nick}</p>
      <p className="teaser" dangerouslySetInnerHTML={{ __html: mark(hit.teaser, terms) }} />
      <ul className="tags">
        {hit.tags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
    </article>
  );
}

export const RecipeCard = memo(RecipeCardBase);
