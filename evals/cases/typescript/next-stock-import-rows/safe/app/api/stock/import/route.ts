import { NextResponse } from 'next/server';
import { requireStaff } from '@/lib/auth';
import { sql } from '@/lib/sql';
import { parseStockCsv } from '@/lib/stock-csv';
import { explain } from '@/lib/import-errors';

const MAX_ROWS = 1000;

export async function POST(request: Request) {
  const staff = await requireStaff(request);
  if (!staff) {
    return NextResponse.json({ error: 'Not signed in' }, { status: 401 });
  }

  const rows = parseStockCsv(await request.text());
  if (rows.length > MAX_ROWS) {
    return NextResponse.json({ error: `At most ${MAX_ROWS} rows` }, { status: 413 });
  }

  const failed: { row: number; reason: string }[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      await sql`
        INSERT INTO stock (warehouse_id, sku, quantity)
        VALUES (${staff.warehouseId}, ${row.sku}, ${row.quantity})`;
    } catch (err) {
      failed.push({ row: index + 1, reason: explain(err) });
    }
  }
  return NextResponse.json({ imported: rows.length - failed.length, failed });
}
