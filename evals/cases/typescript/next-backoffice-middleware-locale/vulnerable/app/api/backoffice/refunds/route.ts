import { NextResponse } from 'next/server';
import { z } from 'zod';
import { db } from '@/lib/db';
import { refundCharge } from '@/lib/payments';

const Refund = z.object({ orderId: z.string().cuid(), amount: z.number().int().positive() });

// Operators only, see middleware.ts
export async function POST(req: Request) {
  const { orderId, amount } = Refund.parse(await req.json());
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  const refund = await refundCharge(order.chargeId, Math.min(amount, order.total));
  return NextResponse.json({ id: refund.id });
}
