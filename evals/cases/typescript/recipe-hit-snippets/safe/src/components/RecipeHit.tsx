import { useMemo } from 'react';
import DOMPurify from 'dompurify';
import { markWords } from '../lib/markWords';
import type { Recipe } from '../types';

interface Props {
  recipe: Recipe;
  words: string[];
  onOpen(id: string): void;
}

export function RecipeHit({ recipe, words, onOpen }: Props) {
  const snippet = useMemo(
    () => DOMPurify.sanitize(markWords(recipe.introHtml, words)),
    [recipe.introHtml, words],
  );

  return (
    <li className="hit">
      <button type="button" onClick={() => onOpen(recipe.id)}>
        {recipe.title}
      </button>
      <span className="hit__cook">by {recipe.cook}</span>
      <div className="hit__intro" dangerouslySetInnerHTML={{ __html: snippet }} />
    </li>
  );
}
