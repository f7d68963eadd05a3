import { useSyncExternalStore } from "react";

import type { CartLine } from "./types";
import { isSku, parseLines } from "./parse";

type Listener = () => void;

const KEY = "shop.cart.v2";
const MOST = 99;

export class CartStore {
  private lines: readonly CartLine[];
  private readonly listeners = new Set<Listener>();

  constructor(private readonly storage: Storage) {
    this.lines = parseLines(storage.getItem(KEY));
  }

  readonly snapshot = (): readonly CartLine[] => this.lines;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(line: CartLine): void {
    if (!isSku(line.sku)) throw new RangeError("not an article number");
    const known = this.lines.find((other) => other.sku === line.sku);
    this.replace(known ? this.withQuantity(line.sku, known.quantity + line.quantity) : [...this.lines, line]);
  }

  setQuantity(sku: string, quantity: number): void {
    this.replace(quantity > 0 ? this.withQuantity(sku, quantity) : this.lines.filter((line) => line.sku !== sku));
  }

  clear(): void {
    this.replace([]);
  }

  private withQuantity(sku: string, quantity: number): CartLine[] {
    const bounded = Math.min(Math.trunc(quantity), MOST);
    return this.lines.map((line) => (line.sku === sku ? { ...line, quantity: bounded } : line));
  }

  private replace(lines: readonly CartLine[]): void {
    this.lines = lines;
    try {
      this.storage.setItem(KEY, JSON.stringify(lines));
    } catch {
      // Private windows may refuse to store; the cart then lives as long as the page.
    }
    this.listeners.forEach((listener) => listener());
  }
}

export const cart = new CartStore(window.localStorage);

export function useCart(): readonly CartLine[] {
  return useSyncExternalStore(cart.subscribe, cart.snapshot);
}
