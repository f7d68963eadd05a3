const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeText = (text: string): string => text.replace(/[&<>]/g, (c) => NAMED[c]);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"']/g, (c) => NAMED[c]);

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Absolute links of harmless schemes only. */
export function isPlainLink(href: string): boolean {
  return URL.canParse(href) && SCHEMES.has(new URL(href).protocol);
}
