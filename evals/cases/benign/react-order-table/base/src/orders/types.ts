export interface Order {
  id: number;
  customer: string;
  note: string;
  cents: number;
  placedAt: string;
}
