import type { NextFunction, Request, Response } from 'express';
import { passwordReset } from './password-reset.service';

/** POST /accounts/reset, limited to ten calls an hour. */
export async function resetPassword(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const { token, password } = req.body;
    if (!token || typeof password !== 'string' || password.length < 12 || password.length > 200) {
      res.status(400).json({ error: 'A password has at least twelve characters' });
      return;
    }
    await passwordReset.complete({ token, password });
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
}
