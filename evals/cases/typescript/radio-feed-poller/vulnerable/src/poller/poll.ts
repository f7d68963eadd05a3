import Parser from 'rss-parser';
import axios from 'axios';
import { shows, type Show } from '../db/shows';
import { log } from '../log';

const parser = new Parser();

/** Feed addresses are typed in by listeners. */
export async function pollShow(show: Show): Promise<number> {
  const { data } = await axios.get<string>(show.feedUrl, {
    timeout: 10_000,
    maxContentLength: 8 * 1024 * 1024,
    responseType: 'text',
    headers: { 'user-agent': 'waveshelf-poller' },
  });

  const feed = await parser.parseString(data);
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
