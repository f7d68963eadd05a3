import type { Request, Response } from 'express';
import type { DataSource, Repository } from 'typeorm';
import { z } from 'zod';
import { Guest } from './guest.entity';

const editable = z.object({
  name: z.string().min(1).max(80).optional(),
  phone: z.string().max(30).optional(),
  diet: z.string().max(200).optional(),
});

/** All routes come after `requireGuest`, which sets res.locals.guestId. */
export class GuestController {
  private readonly guests: Repository<Guest>;

  constructor(source: DataSource) {
    this.guests = source.getRepository(Guest);
  }

  show = async (_req: Request, res: Response) => {
    const guest = await this.guests.findOneByOrFail({ id: res.locals.guestId });
    res.json(this.present(guest));
  };

  update = async (req: Request, res: Response) => {
    const parsed = editable.safeParse(req.body);
    if (!parsed.success) return void res.status(422).json({ error: 'invalid details' });
    const guest = await this.guests.findOneByOrFail({ id: res.locals.guestId });
    this.guests.merge(guest, parsed.data);
    await this.guests.save(guest);
    res.json(this.present(guest));
  };

  private present({ id, name, phone, diet, balance }: Guest) {
    return { id, name, phone, diet, balance: balance / 100 };
  }
}
