export interface StockRow {
  sku: string;
  quantity: number;
}

/** Reads "sku;quantity" lines; the first line is the heading. */
export function parseStockCsv(text: string): StockRow[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [sku = '', quantity = '0'] = line.split(';');
      return { sku: sku.trim(), quantity: Number.parseInt(quantity, 10) || 0 };
    });
}
