'use client'

import { useState } from 'react'
import type { QuoteRow } from './types'

export function QuoteTable({ rows }: { rows: QuoteRow[] }) {
  const [picked, setPicked] = useState<string[]>([])
  const toggle = (id: string) =>
    setPicked((now) => (now.includes(id) ? now.filter((x) => x !== id) : [...now, id]))

  return (
    <section>
      <p>{picked.length} selected</p>
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
