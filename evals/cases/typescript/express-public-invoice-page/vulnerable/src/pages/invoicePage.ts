import { html, raw, type Markup } from '../html';
import type { Invoice, Item } from '../models/invoice';

const logo = raw('<svg width="80" height="20" viewBox="0 0 80 20"><path d="M0 10h80"/></svg>');
const money = (cents: number) => (cents / 100).toFixed(2);

const line = (item: Item): Markup => html`<tr>
  <td>${item.title}</td>
  <td>${item.quantity}</td>
  <td>${money(item.quantity * item.priceCents)}</td>
</tr>`;

function noteBlock({ customerNote }: Invoice): Markup {
  if (!customerNote) return html``;
  const lines = customerNote.split(/\r?\n/).map((text) => text.trim());
  return html`<section class="note"><h2>Your note</h2><p>${raw(lines.join('<br>'))}</p></section>`;
}

export function invoicePage(invoice: Invoice): string {
  return html`<!doctype html>
<title>Invoice ${invoice.number}</title>
<header>${logo}</header>
<h1>Invoice ${invoice.number}</h1>
<p>To: ${invoice.customerName}</p>
<table>${invoice.items.map(line)}</table>
${noteBlock(invoice)}
`.text;
}
