import { layout } from './layout.js';
import { escapeHtml, formatDate } from './text.js';

const stars = (count) => '★'.repeat(count) + '☆'.repeat(5 - count);

function ingredients(recipe) {
  const items = recipe.ingredients.map(
    ({ amount, unit, name }) =>
      `<li>${escapeHtml(`${amount} ${unit} ${name}`)}</li>`,
  );
  return `<ul class="ingredients">${items.join('')}</ul>`;
}

export function recipePage(recipe) {
  return layout(
    escapeHtml(recipe.title),
    `<h1>${escapeHtml(recipe.title)}</h1>
     <p>${stars(Math.round(recipe.rating))}</p>
     ${ingredients(recipe)}`,
  );
}
