import type { Cart } from './cart';
import { fjordPost } from './carriers/fjord-post';
import { kurier24 } from './carriers/kurier24';

export interface Destination {
  country: string;
  postcode: string;
  express: boolean;
}

export interface Quote {
  carrier: string;
  cents: number;
  days: number;
}

export interface Carrier {
  quote(cart: Cart, to: Destination): Promise<Quote[]>;
}

export const carriers: readonly Carrier[] = [fjordPost, kurier24];
