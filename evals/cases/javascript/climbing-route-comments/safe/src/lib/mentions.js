const MENTION = /@([a-z0-9-]{3,30})/g;

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const encodeEntities = (text) => text.replace(/[&<>"']/g, (c) => ENTITIES[c]);

export function mentionedGyms(text) {
  return [...new Set([...text.matchAll(MENTION)].map((m) => m[1]))];
}

export function withMentions(text) {
  return encodeEntities(text).replace(MENTION, (_, slug) => `<a href="/gyms/${slug}">@${slug}</a>`);
}
