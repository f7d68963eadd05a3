import { html } from '../lib/html.js'

export function shareLink (recipe) {
  return html`<a class="share" href="/r/${recipe.slug}">${recipe.title}</a>`.toString()
}

export function printRecipe () {
  window.print()
  return true
}
