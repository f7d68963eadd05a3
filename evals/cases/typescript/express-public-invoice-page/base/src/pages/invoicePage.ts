import { html, raw, type Markup } from '../html';
import type { Invoice, Item } from '../models/invoice';

const logo = raw('<svg width="80" height="20" viewBox="0 0 80 20"><path d="M0 10h80"/></svg>');
const money = (cents: number) => (cents / 100).toFixed(2);

const line = (item: Item): Markup => html`<tr>
  <td>${item.title}</td>
  <td>${item.quantity}</td>
  <td>${money(item.quantity * item.priceCents)}</td>
</tr>`;

export function invoicePage(invoice: Invoice): string {
  return html`<!doctype html>
<title>Invoice ${invoice.number}</title>
<header>${logo}</header>
<h1>Invoice ${invoice.number}</h1>
<p>To: ${invoice.customerName}</p>
<table>${invoice.items.map(line)}</table>
`.text;
}
