'use client';

import { useOptimistic, useTransition } from 'react';
import { Sortable } from '@/components/Sortable';
import { reorderChapters } from '../actions';

type Chapter = { id: string; title: string };

export function ChapterList({ slug, chapters }: { slug: string; chapters: Chapter[] }) {
  const [shown, setShown] = useOptimistic(chapters);
  const [pending, start] = useTransition();

  const onDrop = (next: Chapter[]) =>
    start(async () => {
      setShown(next);
      await reorderChapters(slug, next.map((c) => c.id));
    });

  return (
    <Sortable items={shown} disabled={pending} onDrop={onDrop}>
      {(chapter) => <span>{chapter.title}</span>}
    </Sortable>
  );
}
