import type { NextFunction, Request, Response } from 'express';

import { Badge } from '../models/badge';
import { startSession } from '../sessions';

const UNKNOWN = { error: 'This badge is not known here.' };

/** Shows who is signed in at this kiosk. */
export function current(req: Request, res: Response): void {
  res.json({ holder: req.session.holder ?? null, kiosk: req.kiosk.id });
}

/** Ends the session at this kiosk. */
export function signOut(req: Request, res: Response, next: NextFunction): void {
  req.session.destroy((error) => (error ? next(error) : res.sendStatus(204)));
}
