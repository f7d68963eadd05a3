const axios = require('axios');
const { XMLParser } = require('fast-xml-parser');

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: false });

const asList = (value) => (value === undefined ? [] : [].concat(value));

class FeedError extends Error {}

/**
 * Shows of the folk index publish their episodes as RSS.
 */
async function readFeed(address) {
  const { data } = await axios.get(address, {
    responseType: 'text',
    timeout: 10_000,
    maxContentLength: 5 * 1024 * 1024,
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
