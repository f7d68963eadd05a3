export const STATES = ["open", "paid", "sent", "returned"] as const;
export type State = (typeof STATES)[number];

export interface OrderFilter {
  text: string;
  state: State | "";
  sort: "placedAt" | "customer" | "cents";
  page: number;
}

export interface OrderPage {
  orders: Order[];
  pages: number;
}

export interface Order {
  id: number;
  customer: string;
  note: string;
  state: State;
  cents: number;
  placedAt: string;
}
