'use client'

import { useState, useTransition } from 'react'
import { archiveQuotes } from './actions'
import type { QuoteRow } from './types'

export function QuoteTable({ rows }: { rows: QuoteRow[] }) {
  const [picked, setPicked] = useState<string[]>([])
  const [busy, start] = useTransition()
  const toggle = (id: string) =>
    setPicked((now) => (now.includes(id) ? now.filter((x) => x !== id) : [...now, id]))

  return (
    <section>
      <p>{picked.length} selected</p>
      <button
        disabled={busy || picked.length === 0}
        onClick={() => start(async () => void (await archiveQuotes(picked)))}
      >
        Archive
      </button>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <input type="checkbox" checked={picked.includes(row.id)} onChange={() => toggle(row.id)} />
            {row.title}
          </li>
        ))}
      </ul>
    </section>
  )
}
