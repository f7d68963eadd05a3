const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Puts <mark> around the words, but not inside of tags. */
export function markWords(html: string, words: string[]): string {
  const wanted = words.filter((word) => word.length > 1).map(escapeRegExp);
  if (wanted.length === 0) {
    return html;
  }
  const pattern = new RegExp(`(${wanted.join('|')})(?![^<]*>)`, 'gi');
  return html.replace(pattern, '<mark>$1</mark>');
}
