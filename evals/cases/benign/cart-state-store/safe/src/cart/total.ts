import type { CartLine } from "./types";

export function total(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.cents * line.quantity, 0);
}
