const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function pagePath(kind: string, slug: string): string | null {
  if (slug.length > 120 || !SLUG.test(slug)) return null;
  if (kind === 'article') return `/articles/${slug}`;
  if (kind === 'author') return `/authors/${slug}`;
  return null;
}
