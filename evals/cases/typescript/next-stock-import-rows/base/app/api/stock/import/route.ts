import { NextResponse } from 'next/server';
import { requireStaff } from '@/lib/auth';
import { sql } from '@/lib/sql';
import { parseStockCsv } from '@/lib/stock-csv';

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

  try {
    await sql.begin(async (tx) => {
      for (const row of rows) {
        await tx`
          INSERT INTO stock (warehouse_id, sku, quantity)
          VALUES (${staff.warehouseId}, ${row.sku}, ${row.quantity})`;
      }
    });
  } catch (err) {
    console.error('stock import failed', err);
    return NextResponse.json({ error: 'Import failed' }, { status: 422 });
  }
  return NextResponse.json({ imported: rows.length });
}
