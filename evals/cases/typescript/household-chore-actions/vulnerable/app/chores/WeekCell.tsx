'use client'

import { useTransition } from 'react'
import { moveChore } from './actions'

export function WeekCell({ choreId, title, day }: { choreId: string; title: string; day: string }) {
  const [busy, start] = useTransition()
  return (
    <div className="cell" aria-busy={busy}>
      <span>{title}</span>
      <select
        value={day}
        onChange={(e) => start(() => moveChore(choreId, e.target.value))}
      >
        {['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((d) => (
          <option key={d}>{d}</option>
        ))}
      </select>
    </div>
  )
}
