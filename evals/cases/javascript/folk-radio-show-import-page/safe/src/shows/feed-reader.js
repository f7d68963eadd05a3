const axios = require('axios');
const { XMLParser } = require('fast-xml-parser');

const FEED_ORIGIN = 'https://feeds.folkindex.example';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: false });

const asList = (value) => (value === undefined ? [] : [].concat(value));

class FeedError extends Error {}

/**
 * Shows of the folk index publish their episodes as RSS.
 */
async function readFeed(address) {
  const url = new URL(address);
  if (url.origin !== FEED_ORIGIN) {
    throw new FeedError('Only feeds of the folk index can be imported');
  }
  const { data } = await axios.get(url.href, {
    responseType: 'text',
    timeout: 10_000,
    maxContentLength: 5 * 1024 * 1024,
    maxRedirects: 0,
  });
  const channel = parser.parse(data)?.rss?.channel;
  if (!channel) {
    throw new FeedError('This is not a feed');
  }
  return {
    title: String(channel.title ?? ''),
    episodes: asList(channel.item).map((item) => ({
      title: String(item.title ?? ''),
      guid: String(item.guid?.['#text'] ?? item.guid ?? ''),
      airedAt: new Date(item.pubDate),
    })),
  };
}

module.exports = { readFeed, FeedError };
