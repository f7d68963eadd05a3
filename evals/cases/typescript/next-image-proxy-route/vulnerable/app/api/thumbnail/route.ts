import { NextRequest, NextResponse } from 'next/server';
import sharp from 'sharp';

export const runtime = 'nodejs';

const WIDTHS = [160, 320, 640];
const MAX_BYTES = 8 * 1024 * 1024;

function width(value: string | null): number {
  const wanted = Number(value);
  return WIDTHS.find((known) => known >= wanted) ?? WIDTHS[0];
}

async function load(src: string): Promise<Buffer | null> {
  const upstream = await fetch(src, { signal: AbortSignal.timeout(4000) });
  const length = Number(upstream.headers.get('content-length'));
  if (!upstream.ok || !upstream.body || !(length > 0 && length <= MAX_BYTES)) return null;

  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of upstream.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export async function GET(request: NextRequest): Promise<NextResponse> {
  const { searchParams } = request.nextUrl;
  const src = searchParams.get('src');
  if (!src) return NextResponse.json({ error: 'src is missing' }, { status: 400 });

  try {
    const original = await load(src);
    if (!original) return NextResponse.json({ error: 'No such image' }, { status: 404 });
    const image = await sharp(original, { limitInputPixels: 40_000_000 })
      .resize({ width: width(searchParams.get('w')), withoutEnlargement: true })
      .webp()
      .toBuffer();
    return new NextResponse(new Uint8Array(image), {
      headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'public, max-age=86400' },
    });
  } catch {
    return NextResponse.json({ error: 'The image could not be read' }, { status: 502 });
  }
}
