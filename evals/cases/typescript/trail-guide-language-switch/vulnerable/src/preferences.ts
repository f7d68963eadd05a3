import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

import type { Env } from './env';

const LANGUAGES = ['de', 'en', 'fr', 'it', 'rm'] as const;
const UNITS = ['metric', 'imperial'] as const;
const ONE_YEAR = 365 * 24 * 60 * 60;

type Language = (typeof LANGUAGES)[number];
type Units = (typeof UNITS)[number];

const isLanguage = (value: string | undefined): value is Language => LANGUAGES.includes(value as Language);
const isUnits = (value: string | undefined): value is Units => UNITS.includes(value as Units);

function remember(c: Context<Env>, name: string, value: string) {
  setCookie(c, name, value, { path: '/', maxAge: ONE_YEAR, secure: true, httpOnly: true, sameSite: 'Lax' });
}

export function languageOf(c: Context<Env>): Language {
  const chosen = getCookie(c, 'lang');
  if (isLanguage(chosen)) {
    return chosen;
  }
  const wanted = c.req.header('accept-language')?.slice(0, 2);
  return isLanguage(wanted) ? wanted : 'en';
}

export const preferences = new Hono<Env>();

preferences.get('/language/:code', (c) => {
  const code = c.req.param('code');
  if (!isLanguage(code)) {
    return c.notFound();
  }
  remember(c, 'lang', code);
  const next = c.req.query('next') ?? '/';
  return c.redirect(next, 303);
});

preferences.get('/units/:system', (c) => {
  const system = c.req.param('system');
  if (!isUnits(system)) {
    return c.notFound();
  }
  remember(c, 'units', system);
  return c.redirect('/', 303);
});
