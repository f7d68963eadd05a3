const CALENDAR_PROVIDERS = new Set([
  'calendar.fernblick.example',
  'ical.postbuero.example',
  'feeds.teamkalender.example',
]);

/** Whether an address is at a calendar provider that we know. */
export function isCalendarProvider(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return url.protocol === 'https:' && url.port === '' && CALENDAR_PROVIDERS.has(url.hostname);
}
