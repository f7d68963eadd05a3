import { env } from './env';

const HOME = '/shifts';

/** Where to go after signing in: the page somebody came from, or the shifts. */
export function continueTo(target: string | undefined): string {
  if (!target || !URL.canParse(target, env.APP_ORIGIN)) {
    return HOME;
  }
  const url = new URL(target, env.APP_ORIGIN);
  // no point in coming back to the form
  return url.origin !== env.APP_ORIGIN || url.pathname.startsWith('/signin') ? HOME : url.href;
}
