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

/**
 * Reads "weightKg:asc" style sort expressions. A missing direction means
 * descending, since the newest or heaviest come first in the depot screens.
 */
export function parseOrder(expression?: string): Order {
  if (!expression) {
    return DEFAULT_ORDER;
  }
  const [name, direction] = expression.split(':');
  return {
    column: name.trim(),
    direction: directionOf(direction),
  };
}
