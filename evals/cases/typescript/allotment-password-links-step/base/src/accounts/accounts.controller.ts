import bcrypt from 'bcrypt';
import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { GardenerModel } from './gardener.model';
import { endSessions } from './sessions';

const ResetBody = z.object({
  token: z.string().length(43),
  password: z.string().min(12).max(200),
});

/** POST /accounts/reset, limited to ten calls an hour. */
export async function resetPassword(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const { token, password } = ResetBody.parse(req.body);
    const gardener = await GardenerModel.findOne({ resetToken: token, resetExpires: { $gt: new Date() } });
    if (!gardener) {
      res.status(400).json({ error: 'This link is no longer valid' });
      return;
    }
    gardener.passwordHash = await bcrypt.hash(password, 12);
    gardener.resetToken = undefined;
    gardener.resetExpires = undefined;
    await gardener.save();
    await endSessions(gardener.id);
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
}
