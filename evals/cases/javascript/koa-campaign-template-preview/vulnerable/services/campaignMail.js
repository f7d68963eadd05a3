import { readFile } from 'node:fs/promises';
import ejs from 'ejs';

const layout = await readFile(new URL('../templates/campaign.ejs', import.meta.url), 'utf8');
const renderLayout = ejs.compile(layout);

export const SAMPLE = { firstName: 'Robin', city: 'Utrecht', orderCount: 3 };

/** Fills in the recipient's fields in the text somebody is editing. */
export function personalise(text, recipient) {
  return ejs.render(text, recipient);
}

/** Puts the plain text of a campaign into our layout. */
export function renderCampaign(text, recipient) {
  return renderLayout({ paragraphs: text.split(/\n{2,}/), recipient });
}
