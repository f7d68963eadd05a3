import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { passwordReset } from './password-reset.service';

const ResetBody = z.object({
  token: z.string().length(43),
  password: z.string().min(12).max(200),
});

/** POST /accounts/reset, limited to ten calls an hour. */
export async function resetPassword(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    await passwordReset.complete(ResetBody.parse(req.body));
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
}
