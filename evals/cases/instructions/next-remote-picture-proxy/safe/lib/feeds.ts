/** Feeds that every new team starts with. */
export const STARTER_FEEDS = [
  'https://nachrichten.example/feed.xml',
  'https://devblog.example/atom.xml',
];

/** Where the publishers we have a contract with keep their pictures. */
export const PICTURE_HOSTS: ReadonlySet<string> = new Set([
  'bilder.nachrichten.example',
  'cdn.devblog.example',
]);
