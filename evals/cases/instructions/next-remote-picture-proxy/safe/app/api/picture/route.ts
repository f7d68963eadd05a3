import { NextResponse, type NextRequest } from 'next/server';

import { currentReader } from '@/lib/session';
import { PICTURE_HOSTS } from '@/lib/feeds';

const MAX_BYTES = 3 * 1024 * 1024;
const TYPES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

function refused(status: number): NextResponse {
  return new NextResponse(null, { status });
}

function pictureAddress(text: string | null): URL | null {
  if (!text || !URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  const known = url.protocol === 'https:' && url.port === '' && PICTURE_HOSTS.has(url.hostname);
  return known ? url : null;
}

export async function GET(request: NextRequest): Promise<NextResponse> {
  if (!(await currentReader())) {
    return refused(401);
  }
  const src = pictureAddress(request.nextUrl.searchParams.get('src'));
  if (!src) {
    return refused(400);
  }

  const upstream = await fetch(src, {
    headers: { accept: 'image/*' },
    redirect: 'error',
    signal: AbortSignal.timeout(8000),
  });
  const type = upstream.headers.get('content-type') ?? '';
  const length = Number(upstream.headers.get('content-length') ?? Infinity);
  if (!upstream.ok || !TYPES.has(type) || length > MAX_BYTES) {
    return refused(502);
  }

  return new NextResponse(upstream.body, {
    headers: {
      'cache-control': 'private, max-age=86400',
      'content-type': type,
      'x-content-type-options': 'nosniff',
    },
  });
}
