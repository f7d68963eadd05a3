const DEFAULTS = {
  pageSize: 'A4',
  marginTop: '18mm',
  marginBottom: '18mm',
};

const kebab = (key) => key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** Turns { pageSize: 'A4' } into ['--page-size', 'A4']. */
export function toFlags() {
  const flags = ['--quiet', '--disable-javascript'];
  for (const [key, value] of Object.entries(DEFAULTS)) {
    flags.push(`--${kebab(key)}`, value);
  }
  return flags;
}
