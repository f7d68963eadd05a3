import type { Request, Response } from 'express';
import { z } from 'zod';
import { prisma } from '../db';
import { HttpError } from '../errors';
import { requireRole } from '../benches/roles';
import { announce } from '../events/announce';

const Body = z.object({
  benchId: z.string().uuid(),
  position: z.number().int().min(0).optional(),
});

export async function transferCard(req: Request, res: Response): Promise<void> {
  const body = Body.parse(req.body);
  const userId = req.session.userId!;

  const card = await prisma.card.findUnique({ where: { id: req.params.cardId } });
  if (!card) throw new HttpError(404, 'No such card');
  await requireRole(card.benchId, userId, 'editor');

  await prisma.$transaction(async (tx) => {
    const target = await tx.bench.findUnique({ where: { id: body.benchId } });
    if (!target || target.archivedAt) throw new HttpError(404, 'No such bench');
    const position = body.position ?? (await tx.card.count({ where: { benchId: target.id } }));
    await tx.card.update({ where: { id: card.id }, data: { benchId: target.id, position } });
  });

  announce('card.transferred', { cardId: card.id, from: card.benchId, to: body.benchId });
  res.status(204).end();
}
