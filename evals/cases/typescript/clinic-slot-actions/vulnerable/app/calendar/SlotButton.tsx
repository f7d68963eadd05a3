'use client';

import { useTransition } from 'react';
import { cancelSlot } from './actions';

export function SlotButton({ id, label }: { id: string; label: string }) {
  const [busy, start] = useTransition();

  return (
    <button disabled={busy} onClick={() => start(async () => void (await cancelSlot(id)))}>
      {label}
    </button>
  );
}
