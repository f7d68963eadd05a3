'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { db } from '@/lib/db';
import { requireBoard } from '@/lib/auth';

const release = z.object({ plotId: z.coerce.number().int().positive() });
const assign = release.extend({ memberId: z.string().cuid() });

export type ActionState = { error?: string; done?: boolean };

export async function releasePlot(_prev: ActionState, form: FormData): Promise<ActionState> {
  await requireBoard();
  const parsed = release.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { error: 'Unknown plot' };
  await db.plot.update({ where: { id: parsed.data.plotId }, data: { memberId: null, since: null } });
  revalidatePath('/board/plots');
  return { done: true };
}

export async function assignPlot(_prev: ActionState, form: FormData): Promise<ActionState> {
  await requireBoard();
  const parsed = assign.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { error: 'Choose a plot and a member' };

  const { plotId, memberId } = parsed.data;
  const taken = await db.plot.findFirst({ where: { id: plotId, memberId: { not: null } } });
  if (taken) return { error: 'The plot is taken' };

  await db.plot.update({ where: { id: plotId }, data: { memberId, since: new Date() } });
  revalidatePath('/board/plots');
  return { done: true };
}
