import { redirect } from '@remix-run/node';

const FALLBACK = '/dashboard';
const ROOT_DOMAIN = 'tidepool-docs.dev';

function isLocal(target: string): boolean {
  return /^\/(?![/\\])\S*$/.test(target);
}

function isDocs(target: string): boolean {
  return target.startsWith('https://') && target.includes(ROOT_DOMAIN);
}

export function backTo(request: Request, init?: ResponseInit) {
  const wanted = new URL(request.url).searchParams.get('return_to') ?? FALLBACK;
  const destination = isLocal(wanted) || isDocs(wanted) ? wanted : FALLBACK;
  return redirect(destination, init);
}
