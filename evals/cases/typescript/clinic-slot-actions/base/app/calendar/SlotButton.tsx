'use client';

import { useTransition } from 'react';

export function SlotButton({ id, label }: { id: string; label: string }) {
  const [busy, start] = useTransition();

  return <button disabled={busy} data-slot={id} onClick={() => start(() => {})}>{label}</button>;
}
