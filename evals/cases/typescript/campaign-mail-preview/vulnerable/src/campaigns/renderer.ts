import ejs from 'ejs';
import type { Campaign, Contact } from './types';

export interface Mail {
  to: string;
  subject: string;
  html: string;
}

const SAMPLE: Contact = {
  email: 'alex@example.com',
  firstName: 'Alex',
  lastName: 'Sample',
  city: 'Bergen',
};

const LAYOUT = (body: string): string =>
  `<!doctype html><html><body style="font-family: sans-serif">${body}</body></html>`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Fields = Pick<Contact, 'firstName' | 'lastName' | 'city'>;

function fill(template: string, { firstName, lastName, city }: Fields): string {
  return ejs.render(template, { firstName, lastName, city }, { openDelimiter: '{', closeDelimiter: '}', delimiter: '%' });
}

/** Campaign bodies are sanitized when they are saved (see save.ts). */
export function render(campaign: Campaign, contact: Contact): Mail {
  return {
    to: contact.email,
    subject: oneLine(campaign.subject),
    html: LAYOUT(fill(campaign.body, contact)),
  };
}

export const preview = (campaign: Campaign): Mail => render(campaign, SAMPLE);
