import { config } from '../config';

const PARTNERS = new Map([
  ['nordwind', 'https://kasse.nordwind.example/start'],
  ['tidal', 'https://checkout.tidal-goods.example/'],
]);

/** A page of our own shop. */
export function shopLink(page: 'basket' | 'checkout'): string {
  return new URL(`/${page}`, config.shopOrigin).href;
}

/** The first page of a partner's checkout, if we know the partner. */
export function partnerLink(partner: string): string | undefined {
  return PARTNERS.get(partner);
}

/** The same address, with a note of where the customer comes from. */
export function withCampaign(address: string, campaign: string): string {
  const url = new URL(address);
  url.searchParams.set('utm_campaign', campaign);
  return url.href;
}
