import { useEffect, useState } from "react";

import { api } from "../api";
import type { Order } from "./types";

export function OrderTable() {
  const [orders, setOrders] = useState<Order[]>([]);

  useEffect(() => {
    api.get<Order[]>("/orders").then(setOrders);
  }, []);

  return (
    <ul>
      {orders.map((order) => (
        <li key={order.id}>{order.customer}</li>
      ))}
    </ul>
  );
}
