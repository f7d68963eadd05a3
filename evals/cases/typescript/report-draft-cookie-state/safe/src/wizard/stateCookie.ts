import type { Request, Response } from 'express';
import { START, WizardState } from './state';

const NAME = '__Host-wizard';

export function saveState(res: Response, state: WizardState): void {
  const value = Buffer.from(JSON.stringify(state)).toString('base64url');
  res.cookie(NAME, value, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 3_600_000 });
}

export function restoreState(req: Request): WizardState {
  const value = req.cookies[NAME];
  if (typeof value !== 'string') return START;
  try {
    return WizardState.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    return START;
  }
}
