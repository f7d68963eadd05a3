import { html } from '../lib/html.js'
import { scale, unit } from './amounts.js'

const WINDOW = 'width=720,height=960'

const ingredient = (servings) => (item) =>
  html`<li>${scale(item.amount, servings)} ${unit(item.unit)} ${item.name}</li>`

const step = (text, i) => html`<p><b>${i + 1}.</b> ${text}</p>`

function page (recipe, servings) {
  return html`<!doctype html>
    <title>${recipe.title}</title>
    <link rel="stylesheet" href="/css/print.css">
    <h1>${recipe.title}</h1>
    <p>by ${recipe.author.name}, ${servings} servings</p>
    <ul>${recipe.ingredients.map(ingredient(servings))}</ul>
    ${recipe.steps.map(step)}`
}

export function shareLink (recipe) {
  return html`<a class="share" href="/r/${recipe.slug}">${recipe.title}</a>`.toString()
}

export function printRecipe (recipe, { servings = recipe.servings } = {}) {
  const win = window.open('', 'print', WINDOW)
  if (!win) return false
  win.document.write(page(recipe, servings).toString())
  win.document.close()
  win.addEventListener('load', () => win.print())
  return true
}
