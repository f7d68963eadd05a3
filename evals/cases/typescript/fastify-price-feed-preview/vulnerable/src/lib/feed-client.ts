import { request } from 'undici';

export interface FeedSample {
  status: number;
  contentType: string;
  head: string;
}

const HEAD_BYTES = 4096;

/** Reads the beginning of a feed, so that the columns can be assigned. */
export async function sampleFeed(address: string): Promise<FeedSample> {
  const url = new URL(address);

  const { statusCode, headers, body } = await request(url, {
    headers: { accept: 'text/csv, application/json' },
    headersTimeout: 5_000,
    bodyTimeout: 5_000,
  });

  let head = '';
  for await (const chunk of body) {
    head += String(chunk);
    if (head.length >= HEAD_BYTES) {
      body.destroy();
      break;
    }
  }

  return {
    status: statusCode,
    contentType: String(headers['content-type'] ?? ''),
    head: head.slice(0, HEAD_BYTES),
  };
}
