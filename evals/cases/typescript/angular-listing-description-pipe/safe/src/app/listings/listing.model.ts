export interface Listing {
  id: string;
  title: string;
  /** HTML, typed by the seller. */
  description: string;
  price: number;
  currency: string;
  seller: { id: string; displayName: string };
}
