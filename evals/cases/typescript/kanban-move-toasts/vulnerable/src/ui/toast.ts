type Tone = 'info' | 'warn';

const LIFETIME_MS = 4500;

function stack(): HTMLElement {
  let el = document.getElementById('toasts');
  if (!el) {
    el = document.createElement('section');
    el.id = 'toasts';
    el.setAttribute('role', 'status');
    document.body.append(el);
  }
  return el;
}

/** Shows a short message, given as markup, in the corner of the board. */
export function toast(markup: string, tone: Tone = 'info'): void {
  const host = stack();
  host.insertAdjacentHTML('beforeend', `<div class="toast toast--${tone}">${markup}</div>`);
  const added = host.lastElementChild;
  window.setTimeout(() => added?.remove(), LIFETIME_MS);
}

export function escapeText(value: string): string {
  const span = document.createElement('span');
  span.textContent = value;
  return span.innerHTML;
}
