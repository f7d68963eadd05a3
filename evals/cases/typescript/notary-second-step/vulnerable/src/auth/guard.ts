import type { NextFunction, Request, Response } from 'express';

declare module 'express-session' {
  interface SessionData {
    notaryId: number;
    /** waits for the second step */
    pendingId: number;
  }
}

/** In front of all deeds, seals and registers. */
export function notaryOnly(req: Request, res: Response, next: NextFunction): void {
  if (!req.session.notaryId) {
    res.redirect('/sign-in');
    return;
  }
  next();
}
