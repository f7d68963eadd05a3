import type { Request, Response } from 'express';
import { z } from 'zod';
import { ShiftRepository } from './shift.repository';

const querySchema = z.object({
  from: z.coerce.date().optional(),
  page: z.coerce.number().int().min(1).default(1),
  sort: z.string().max(80).optional(),
  desc: z.enum(['0', '1']).optional(),
});

/** Mounted behind the login; the pit is that of the signed-in foreman. */
export class ShiftController {
  constructor(private readonly shifts = new ShiftRepository()) {}

  index = async (req: Request, res: Response): Promise<void> => {
    const parsed = querySchema.safeParse(req.query);
    if (!parsed.success) {
      res.status(400).json({ errors: parsed.error.issues });
      return;
    }
    const { desc, ...rest } = parsed.data;
    res.json(await this.shifts.list({ ...rest, desc: desc === '1', pitId: res.locals.user.pitId }));
  };
}
