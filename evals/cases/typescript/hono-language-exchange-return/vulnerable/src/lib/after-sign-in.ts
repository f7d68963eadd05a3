const HOME = '/';

/** Where to go once the session is there. */
export function afterSignIn(wanted: string | undefined): string {
  if (!wanted || !wanted.startsWith('/')) return HOME;
  return wanted;
}

export function signInUrl(from: string): string {
  return `/sign-in?${new URLSearchParams({ to: from })}`;
}
