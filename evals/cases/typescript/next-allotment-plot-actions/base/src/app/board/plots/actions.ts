'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { db } from '@/lib/db';
import { requireBoard } from '@/lib/auth';

const release = z.object({ plotId: z.coerce.number().int().positive() });

export type ActionState = { error?: string; done?: boolean };

export async function releasePlot(_prev: ActionState, form: FormData): Promise<ActionState> {
  await requireBoard();
  const parsed = release.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { error: 'Unknown plot' };
  await db.plot.update({ where: { id: parsed.data.plotId }, data: { memberId: null, since: null } });
  revalidatePath('/board/plots');
  return { done: true };
}
