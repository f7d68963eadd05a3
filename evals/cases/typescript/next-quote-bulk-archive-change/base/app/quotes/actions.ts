'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { prisma } from '@/lib/prisma'
import { requireMember } from '@/lib/session'

const Rename = z.object({
  id: z.string().cuid(),
  title: z.string().trim().min(1).max(120),
})

export async function renameQuote(input: unknown) {
  const { orgId } = await requireMember()
  const { id, title } = Rename.parse(input)
  const { count } = await prisma.quote.updateMany({ where: { id, orgId }, data: { title } })
  revalidatePath('/quotes')
  return { ok: count === 1 }
}

export async function duplicateQuote(quoteId: string) {
  const { orgId, userId } = await requireMember()
  const source = await prisma.quote.findFirst({
    where: { id: z.string().cuid().parse(quoteId), orgId },
    include: { lines: true },
  })
  if (!source) return { ok: false }
  await prisma.quote.create({
    data: {
      orgId,
      createdById: userId,
      title: `${source.title} (copy)`,
      lines: { create: source.lines.map(({ sku, qty, price }) => ({ sku, qty, price })) },
    },
  })
  revalidatePath('/quotes')
  return { ok: true }
}
