import Parser from 'rss-parser';
import fetch from 'node-fetch';
import { useAgent } from 'request-filtering-agent';
import { shows, type Show } from '../db/shows';
import { log } from '../log';

const parser = new Parser();

/** Feed addresses are typed in by listeners. */
export async function pollShow(show: Show): Promise<number> {
  const response = await fetch(show.feedUrl, {
    agent: useAgent(show.feedUrl),
    redirect: 'error',
    headers: { 'user-agent': 'waveshelf-poller' },
  });
  if (!response.ok) {
    throw new Error(`feed answered ${response.status}`);
  }

  const feed = await parser.parseString(await response.text());
  const fresh = feed.items.filter((item) => item.guid && Date.parse(item.isoDate ?? '') > show.polledAt.getTime());
  await shows.addEpisodes(
    show.id,
    fresh.map((item) => ({ guid: item.guid!, title: item.title ?? 'Untitled', audio: item.enclosure?.url })),
  );
  return fresh.length;
}

export async function pollAll(): Promise<void> {
  for (const show of await shows.due()) {
    try {
      const n = await pollShow(show);
      log.info({ show: show.id, n }, 'polled');
    } catch (err) {
      log.warn({ show: show.id, reason: (err as Error).message }, 'poll failed');
      await shows.backOff(show.id);
    }
  }
}
