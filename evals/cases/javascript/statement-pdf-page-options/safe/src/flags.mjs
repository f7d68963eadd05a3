const DEFAULTS = {
  pageSize: 'A4',
  marginTop: '18mm',
  marginBottom: '18mm',
};

const ALLOWED = {
  pageSize: /^(A[345]|Letter|Legal)$/,
  orientation: /^(Portrait|Landscape)$/,
  marginTop: /^\d{1,2}mm$/,
  marginBottom: /^\d{1,2}mm$/,
};

const kebab = (key) => key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** Turns { pageSize: 'A4' } into ['--page-size', 'A4']. */
export function toFlags(options = {}) {
  const flags = ['--quiet', '--disable-javascript'];
  for (const [key, value] of Object.entries({ ...DEFAULTS, ...options })) {
    if (!Object.hasOwn(ALLOWED, key) || !ALLOWED[key].test(String(value))) continue;
    flags.push(`--${kebab(key)}`, String(value));
  }
  return flags;
}
