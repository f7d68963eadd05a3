const PAGES = ['/', '/partners', '/calendar', '/settings'];

/** Where to go once the session is there. */
export function afterSignIn(wanted: string | undefined): string {
  return wanted && PAGES.includes(wanted) ? wanted : PAGES[0];
}

export function signInUrl(from: string): string {
  return `/sign-in?${new URLSearchParams({ to: from })}`;
}
