'use server';

import { and, eq, isNull } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';

import { requireManager, requireMember } from '@/lib/access';
import { db } from '@/lib/db';
import { plots } from '@/lib/schema';

const PlotId = z.coerce.number().int().positive();

const Dimensions = z.object({
  plotId: PlotId,
  widthM: z.coerce.number().min(1).max(50),
  lengthM: z.coerce.number().min(1).max(50),
});

export async function resizePlot(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { plotId, widthM, lengthM } = Dimensions.parse(Object.fromEntries(form));
  await db
    .update(plots)
    .set({ widthM, lengthM })
    .where(and(eq(plots.id, plotId), eq(plots.gardenId, manager.gardenId)));
  revalidatePath('/plots');
}

export async function claimPlot(form: FormData): Promise<void> {
  const member = await requireMember();
  const plotId = PlotId.parse(form.get('plotId'));
  await db
    .update(plots)
    .set({ memberId: member.id, releasedAt: null })
    .where(and(eq(plots.id, plotId), eq(plots.gardenId, member.gardenId), isNull(plots.memberId)));
  revalidatePath('/plots');
}
