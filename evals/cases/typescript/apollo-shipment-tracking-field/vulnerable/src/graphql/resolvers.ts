import { GraphQLError } from 'graphql';
import type { ShipmentRow, ShipmentSource } from './shipments.source';

export interface Context {
  customerId?: string;
  sources: { shipments: ShipmentSource };
}

function signedIn(ctx: Context): string {
  if (!ctx.customerId) {
    throw new GraphQLError('Please sign in', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return ctx.customerId;
}

export const resolvers = {
  Query: {
    shipments: (_: unknown, { first }: { first: number }, ctx: Context) =>
      ctx.sources.shipments.forCustomer(signedIn(ctx), first),
    shipment: (_: unknown, { id }: { id: string }, ctx: Context) => {
      signedIn(ctx);
      return ctx.sources.shipments.byId(id);
    },
  },
  Shipment: {
    parcels: (shipment: ShipmentRow, _: unknown, ctx: Context) => ctx.sources.shipments.parcels(shipment.id),
  },
};
