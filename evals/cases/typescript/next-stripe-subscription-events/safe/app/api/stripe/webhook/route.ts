import { NextResponse } from 'next/server';
import type Stripe from 'stripe';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { stripe } from '@/lib/stripe';

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

async function readEvent(req: Request): Promise<Stripe.Event | null> {
  const signature = req.headers.get('stripe-signature');
  if (!signature) return null;
  try {
    return stripe.webhooks.constructEvent(await req.text(), signature, env.STRIPE_WEBHOOK_SECRET);
  } catch {
    return null;
  }
}

export async function POST(req: Request) {
  const event = await readEvent(req);
  if (!event) {
    return NextResponse.json({ error: 'invalid signature' }, { status: 400 });
  }

  await apply(event);
  return NextResponse.json({ received: true });
}
