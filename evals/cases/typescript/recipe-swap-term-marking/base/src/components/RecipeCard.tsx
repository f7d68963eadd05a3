import { memo } from 'react';
import type { RecipeHit } from '../api/types';

interface Props {
  hit: RecipeHit;
  onOpen(id: string): void;
}

function RecipeCardBase({ hit, onOpen }: Props) {
  return (
    <article className="recipe-card" onClick={() => onOpen(hit.id)}>
      <h3>{hit.title}</h3>
      <p className="by">from {hit.author.nick}</p>
      <p className="teaser">{hit.teaser}</p>
      <ul className="tags">
        {hit.tags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
    </article>
  );
}

export const RecipeCard = memo(RecipeCardBase);
