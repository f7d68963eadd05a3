'use server';

import { and, eq, gt } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { auth } from '@/auth';
import { db } from '@/db';
import { slots } from '@/db/schema';

const NewSlot = z.object({
  startsAt: z.coerce.date(),
  minutes: z.coerce.number().int().min(5).max(120),
});

async function requireClinician() {
  const session = await auth();
  if (session?.user?.role !== 'clinician') {
    redirect('/login');
  }
  return session.user;
}

export async function addSlot(_prev: unknown, form: FormData) {
  const clinician = await requireClinician();
  const parsed = NewSlot.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    return { error: 'Please check the times.' };
  }
  await db.insert(slots).values({ ...parsed.data, clinicId: clinician.clinicId });
  revalidatePath('/calendar');
  return { error: null };
}

export async function cancelSlot(slotId: string) {
  const clinician = await requireClinician();
  const id = z.string().uuid().parse(slotId);
  // slots of the past stay for the statistics
  const gone = await db
    .delete(slots)
    .where(and(eq(slots.id, id), eq(slots.clinicId, clinician.clinicId), gt(slots.startsAt, new Date())))
    .returning({ id: slots.id });
  revalidatePath('/calendar');
  return { cancelled: gone.length === 1 };
}
