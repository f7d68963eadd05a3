import { NextResponse } from 'next/server';
import type Stripe from 'stripe';
import { db } from '@/lib/db';

export const runtime = 'nodejs';

async function apply(event: Stripe.Event): Promise<void> {
  switch (event.type) {
    case 'checkout.session.completed': {
      const session = event.data.object;
      await db.workspace.update({
        where: { id: session.client_reference_id ?? '' },
        data: { plan: 'pro', stripeCustomerId: String(session.customer) },
      });
      return;
    }
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted': {
      const subscription = event.data.object;
      const active = subscription.status === 'active' || subscription.status === 'trialing';
      await db.workspace.updateMany({
        where: { stripeCustomerId: String(subscription.customer) },
        data: { plan: active ? 'pro' : 'free' },
      });
      return;
    }
    default:
      return;
  }
}

export async function POST(req: Request) {
  if (!req.headers.has('stripe-signature')) {
    return NextResponse.json({ error: 'invalid signature' }, { status: 400 });
  }

  const event = (await req.json()) as Stripe.Event;
  await apply(event);
  return NextResponse.json({ received: true });
}
