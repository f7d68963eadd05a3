import { NextResponse, type NextRequest } from 'next/server';

import { currentReader } from '@/lib/session';

const MAX_BYTES = 3 * 1024 * 1024;
const TYPES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

function refused(status: number): NextResponse {
  return new NextResponse(null, { status });
}

export async function GET(request: NextRequest): Promise<NextResponse> {
  if (!(await currentReader())) {
    return refused(401);
  }
  const src = request.nextUrl.searchParams.get('src');
  if (!src) {
    return refused(400);
  }

  const upstream = await fetch(src, {
    headers: { accept: 'image/*' },
    redirect: 'follow',
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
