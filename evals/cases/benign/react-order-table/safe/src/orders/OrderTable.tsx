import { useState } from "react";

import { STATES, type OrderFilter, type State } from "./types";
import { useOrders } from "./useOrders";

const money = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

export function OrderTable() {
  const [filter, setFilter] = useState<OrderFilter>({ text: "", state: "", sort: "placedAt", page: 1 });
  const { page, failed } = useOrders(filter);
  const change = (part: Partial<OrderFilter>) => setFilter((old) => ({ ...old, page: 1, ...part }));

  return (
    <section aria-label="Orders">
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label="Customer"
          value={filter.text}
          maxLength={80}
          onChange={(event) => change({ text: event.target.value })}
        />
        <select aria-label="State" value={filter.state} onChange={(event) => change({ state: event.target.value as State | "" })}>
          <option value="">all</option>
          {STATES.map((state) => (
            <option key={state}>{state}</option>
          ))}
        </select>
      </form>
      {failed && <p role="alert">The orders cannot be shown right now.</p>}
      <table>
        <thead>
          <tr>
            <th>
              <button onClick={() => change({ sort: "customer" })}>Customer</button>
            </th>
            <th>
              <button onClick={() => change({ sort: "placedAt" })}>Placed</button>
            </th>
            <th>Note</th>
            <th>
              <button onClick={() => change({ sort: "cents" })}>Total</button>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.orders.map((order) => (
            <tr key={order.id} data-state={order.state}>
              <td>
                <a href={`/orders/${order.id}`}>{order.customer}</a>
              </td>
              <td>{day.format(new Date(order.placedAt))}</td>
              <td title={order.note}>{order.note.slice(0, 60)}</td>
              <td>{money.format(order.cents / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <nav aria-label="Pages">
        <button disabled={filter.page <= 1} onClick={() => change({ page: filter.page - 1 })}>
          Back
        </button>
        <button disabled={filter.page >= page.pages} onClick={() => change({ page: filter.page + 1 })}>
          Next
        </button>
      </nav>
    </section>
  );
}
