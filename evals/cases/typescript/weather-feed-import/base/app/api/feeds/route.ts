import { NextResponse, type NextRequest } from 'next/server';
import { parseFeed } from '@/lib/ical';
import { currentUser } from '@/lib/session';

const FEED_HOST = 'calendar.farmweather.org';
const MAX_EVENTS = 500;

function allowedFeed(raw: string): URL | null {
  if (!URL.canParse(raw)) return null;
  const url = new URL(raw);
  return url.protocol === 'https:' && url.host === FEED_HOST ? url : null;
}

export async function POST(request: NextRequest) {
  const user = await currentUser();
  if (!user) {
    return NextResponse.json({ error: 'login' }, { status: 401 });
  }

  const { url } = (await request.json()) as { url?: string };
  const feedUrl = allowedFeed(String(url ?? ''));
  if (!feedUrl) {
    return NextResponse.json({ error: 'This calendar is not supported.' }, { status: 422 });
  }

  const response = await fetch(feedUrl, { redirect: 'error', signal: AbortSignal.timeout(5000) });
  if (!response.ok) {
    return NextResponse.json({ error: 'The calendar did not answer.' }, { status: 502 });
  }
  const events = parseFeed(await response.text()).slice(0, MAX_EVENTS);
  return NextResponse.json({ events });
}
