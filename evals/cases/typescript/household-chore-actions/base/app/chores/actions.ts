'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { auth } from '@/auth'
import { db } from '@/lib/db'

const Day = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

async function isMember(householdId: string, userId: string): Promise<boolean> {
  const row = await db.membership.findUnique({ where: { householdId_userId: { householdId, userId } } })
  return row !== null
}

export async function addChore(form: FormData) {
  const session = await auth()
  if (!session?.user?.id) throw new Error('Not signed in')

  const input = z
    .object({ householdId: z.string().cuid(), title: z.string().min(1).max(80), day: Day })
    .parse(Object.fromEntries(form))
  if (!(await isMember(input.householdId, session.user.id))) throw new Error('Not a member')

  await db.chore.create({ data: input })
  revalidatePath('/chores')
}

export async function moveChore(choreId: string, day: string) {
  const session = await auth()
  if (!session?.user?.id) throw new Error('Not signed in')

  const chore = await db.chore.findUnique({ where: { id: choreId } })
  if (!chore || !(await isMember(chore.householdId, session.user.id))) throw new Error('No such chore')

  await db.chore.update({ where: { id: chore.id }, data: { day: Day.parse(day) } })
  revalidatePath('/chores')
}
