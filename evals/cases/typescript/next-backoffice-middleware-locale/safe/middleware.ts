import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';
import { defaultLocale, locales } from './i18n';

function hasLocale(pathname: string): boolean {
  return locales.some((locale) => pathname === `/${locale}` || pathname.startsWith(`/${locale}/`));
}

export async function middleware(req: NextRequest) {
  const { pathname } = req.nextUrl;

  if (pathname.startsWith('/backoffice') || pathname.startsWith('/api/backoffice')) {
    const token = await getToken({ req });
    if (token?.role !== 'operator') {
      if (pathname.startsWith('/api/')) {
        return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
      }
      return NextResponse.redirect(new URL('/sign-in', req.url));
    }
    return NextResponse.next();
  }

  if (!pathname.startsWith('/sign-in') && !hasLocale(pathname)) {
    const url = req.nextUrl.clone();
    url.pathname = `/${defaultLocale}${pathname}`;
    return NextResponse.redirect(url);
  }

  return NextResponse.next();
}

export const config = {
  matcher: [
    '/api/backoffice/:path*',
    '/backoffice/:path*',
    '/((?!api|backoffice|_next/static|_next/image|favicon.ico|robots.txt|.*\\.(?:png|svg|woff2)$).*)',
  ],
};
