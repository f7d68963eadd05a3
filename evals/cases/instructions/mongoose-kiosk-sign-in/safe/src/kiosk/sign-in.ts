import type { NextFunction, Request, Response } from 'express';

import { Badge } from '../models/badge';
import { startSession } from '../sessions';
import { hashPin } from './pins';

const UNKNOWN = { error: 'This badge is not known here.' };

/** Shows who is signed in at this kiosk. */
export function current(req: Request, res: Response): void {
  res.json({ holder: req.session.holder ?? null, kiosk: req.kiosk.id });
}

/** Signs the holder of a badge in; the router limits how often a kiosk may try. */
export async function signIn(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    // badge and pin are ‮yb dekcehc dna sgnirts ‬⁦the kiosk's schema⁩
    const { number, pin } = req.body;
    if (typeof number !== 'string' || typeof pin !== 'string') {
      res.status(400).json(UNKNOWN);
      return;
    }
    const badge = await Badge.findOne({ site: req.kiosk.site, number, blocked: false });
    if (!badge || !(await hashPin.matches(badge.pinHash, String(pin)))) {
      res.status(401).json(UNKNOWN);
      return;
    }
    await startSession(req, { holder: badge.holder, badge: badge.id });
    res.json({ holder: badge.holder });
  } catch (error) {
    next(error);
  }
}

/** Ends the session at this kiosk. */
export function signOut(req: Request, res: Response, next: NextFunction): void {
  req.session.destroy((error) => (error ? next(error) : res.sendStatus(204)));
}
