const ORIGIN = 'https://self.invalid';
const HOME = '/';

/** Where to go once the session is there. */
export function afterSignIn(wanted: string | undefined): string {
  if (!wanted || !wanted.startsWith('/') || !URL.canParse(wanted, ORIGIN)) return HOME;
  const url = new URL(wanted, ORIGIN);
  // "/a/..//b" parses to a path with two slashes in front
  if (url.origin !== ORIGIN || url.pathname.startsWith('//')) return HOME;
  return url.pathname + url.search;
}

export function signInUrl(from: string): string {
  return `/sign-in?${new URLSearchParams({ to: from })}`;
}
