import type { Request, Response } from 'express';
import type { DataSource, Repository } from 'typeorm';
import { Guest } from './guest.entity';

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
    const { id: _ignored, ...changes } = req.body as Partial<Guest>;
    const guest = await this.guests.findOneByOrFail({ id: res.locals.guestId });
    this.guests.merge(guest, changes);
    await this.guests.save(guest);
    res.json(this.present(guest));
  };

  private present({ id, name, phone, diet, balance }: Guest) {
    return { id, name, phone, diet, balance: balance / 100 };
  }
}
