const HOME = '/shifts';

/** Where to go after signing in: the page somebody came from, or the shifts. */
export function continueTo(target: string | undefined): string {
  if (!target || !target.startsWith('/')) {
    return HOME;
  }
  // no point in coming back to the form
  return target.startsWith('/signin') ? HOME : target;
}
