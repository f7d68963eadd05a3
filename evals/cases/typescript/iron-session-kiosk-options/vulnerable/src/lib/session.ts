import { getIronSession, type SessionOptions } from 'iron-session';
import { cookies } from 'next/headers';
import { env } from './env';

export interface KioskSession {
  terminalId?: string;
  operatorId?: string;
  signedInAt?: number;
}

const EIGHT_HOURS = 8 * 60 * 60;

export const sessionOptions: SessionOptions = {
  cookieName: 'kiosk_session',
  password: env.SESSION_PASSWORD,
  ttl: EIGHT_HOURS * 2,
  cookieOptions: {
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
    path: '/kiosk',
  },
};

export async function getSession() {
  return getIronSession<KioskSession>(await cookies(), sessionOptions);
}

export async function requireTerminal(): Promise<string> {
  const { terminalId } = await getSession();
  if (!terminalId) {
    throw new Error('terminal is not signed in');
  }
  return terminalId;
}
