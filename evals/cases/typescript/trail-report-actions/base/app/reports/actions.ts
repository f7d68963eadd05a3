'use server';

import { and, eq, isNull } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { db } from '@/db';
import { reportNotes, reports } from '@/db/schema';
import { requireRanger } from '@/lib/session';

export async function assignToMe(reportId: string): Promise<void> {
  const ranger = await requireRanger();
  await db
    .update(reports)
    .set({ rangerId: ranger.id, assignedAt: new Date() })
    .where(and(eq(reports.id, reportId), isNull(reports.rangerId)));
  revalidatePath('/reports');
}

export async function addNote(reportId: string, form: FormData): Promise<void> {
  const ranger = await requireRanger();
  const text = String(form.get('text') ?? '').trim();
  if (text) {
    await db.insert(reportNotes).values({ reportId, rangerId: ranger.id, text: text.slice(0, 2000) });
    revalidatePath(`/reports/${reportId}`);
  }
}
