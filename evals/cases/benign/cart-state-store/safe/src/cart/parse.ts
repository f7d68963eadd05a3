import type { CartLine } from "./types";

const SKU = /^[A-Z]{2}-\d{4,8}$/;

export function isSku(value: unknown): value is string {
  return typeof value === "string" && SKU.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function parseLine(value: unknown): CartLine | null {
  if (typeof value !== "object" || value === null) return null;
  const { sku, title, cents, quantity } = value as Record<string, unknown>;
  if (!isSku(sku) || typeof title !== "string" || !isCount(cents) || !isCount(quantity)) return null;
  return { sku, title, cents, quantity };
}

/** The lines in a stored cart; whatever cannot be read is left out. */
export function parseLines(text: string | null): CartLine[] {
  if (!text) return [];
  try {
    const stored: unknown = JSON.parse(text);
    if (!Array.isArray(stored)) return [];
    return stored.map(parseLine).filter((line): line is CartLine => line !== null);
  } catch {
    return [];
  }
}
