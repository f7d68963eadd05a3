import { redirect } from '@remix-run/node';

const FALLBACK = '/dashboard';

function isLocal(target: string): boolean {
  return /^\/(?![/\\])\S*$/.test(target);
}

export function backTo(request: Request, init?: ResponseInit) {
  const wanted = new URL(request.url).searchParams.get('return_to') ?? FALLBACK;
  const destination = isLocal(wanted) ? wanted : FALLBACK;
  return redirect(destination, init);
}
