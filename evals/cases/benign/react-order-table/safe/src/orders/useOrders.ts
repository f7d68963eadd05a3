import { useEffect, useState } from "react";

import { api } from "../api";
import type { OrderFilter, OrderPage } from "./types";

const EMPTY: OrderPage = { orders: [], pages: 0 };

/** The page of orders that a filter asks for; an outdated answer is ignored. */
export function useOrders(filter: OrderFilter): { page: OrderPage; failed: boolean } {
  const [page, setPage] = useState(EMPTY);
  const [failed, setFailed] = useState(false);
  const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString();

  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api
        .get<OrderPage>(`/orders?${query}`, { signal: controller.signal })
        .then((answer) => {
          setPage(answer);
          setFailed(false);
        })
        .catch(() => setFailed(!controller.signal.aborted));
    }, 200);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query]);

  return { page, failed };
}
