'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { prisma } from '@/lib/prisma';
import { requireAuthor } from '@/lib/session';

const Title = z.string().trim().min(1).max(120);
const Ids = z.array(z.string().cuid()).max(200);

export async function renameChapter(slug: string, chapterId: string, title: string) {
  const author = await requireAuthor();
  const { count } = await prisma.chapter.updateMany({
    where: { id: chapterId, book: { slug, authorId: author.id } },
    data: { title: Title.parse(title) },
  });
  if (count === 0) throw new Error('Not found');
  revalidatePath(`/books/${slug}`);
}

export async function removeChapter(slug: string, chapterId: string) {
  const author = await requireAuthor();
  await prisma.chapter.deleteMany({
    where: { id: chapterId, book: { slug, authorId: author.id } },
  });
  revalidatePath(`/books/${slug}`);
}

export async function reorderChapters(slug: string, order: string[]) {
  const ids = Ids.parse(order);
  await prisma.$transaction(
    ids.map((id, position) =>
      prisma.chapter.updateMany({ where: { id, book: { slug } }, data: { position } }),
    ),
  );
  revalidatePath(`/books/${slug}`);
}
