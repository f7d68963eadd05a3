export interface CartLine {
  sku: string;
  title: string;
  cents: number;
  quantity: number;
}
