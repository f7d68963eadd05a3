import { ImageResponse } from 'next/og';
import type { NextRequest } from 'next/server';

export const runtime = 'nodejs';

export async function GET(req: NextRequest) {
  const params = req.nextUrl.searchParams;
  const title = (params.get('title') ?? 'Untitled').slice(0, 120);

  return new ImageResponse(
    (
      <div style={{ display: 'flex', flexDirection: 'column', width: '100%', height: '100%', padding: 64 }}>
        <h1 style={{ fontSize: 72 }}>{title}</h1>
      </div>
    ),
    { width: 1200, height: 630 },
  );
}
