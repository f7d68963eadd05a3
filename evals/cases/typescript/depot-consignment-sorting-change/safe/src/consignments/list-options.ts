/** What the list is sorted by. */
export interface Order {
  column: string;
  direction: 'ASC' | 'DESC';
}

const DEFAULT_ORDER: Order = { column: 'arrivedAt', direction: 'DESC' };

export function isDefault(order: Order): boolean {
  return order.column === DEFAULT_ORDER.column && order.direction === DEFAULT_ORDER.direction;
}

function directionOf(value: string | undefined): Order['direction'] {
  return value?.trim().toLowerCase() === 'asc' ? 'ASC' : 'DESC';
}

const SORTABLE = new Map<string, string>([
  ['arrived', 'arrivedAt'],
  ['reference', 'reference'],
  ['weight', 'weightKg'],
  ['carrier', 'carrierName'],
  ['arrivedAt', 'arrivedAt'],
]);

/**
 * Reads "weightKg:asc" style sort expressions. A missing direction means
 * descending, since the newest or heaviest come first in the depot screens.
 */
export function parseOrder(expression?: string): Order {
  if (!expression) {
    return DEFAULT_ORDER;
  }
  const [name, direction] = expression.split(':');
  const column = SORTABLE.get(name.trim());
  if (!column) {
    return DEFAULT_ORDER;
  }
  return {
    column,
    direction: directionOf(direction),
  };
}
