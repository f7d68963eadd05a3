import * as React from 'react'
import { externalSite } from './externalSite'

export type Maker = {
  id: string
  name: string
  town: string
  instruments: string[]
  /** typed by the maker in "edit profile" */
  website?: string | null
}

export function MakerHeader({ maker, children }: React.PropsWithChildren<{ maker: Maker }>) {
  const site = externalSite(maker.website)

  return (
    <header className="maker-header">
      <h1>{maker.name}</h1>
      <p>
        {maker.town}
        {site && (
          <>
            {' · '}
            <a href={site.href} rel="noopener nofollow" target="_self">
              {site.label}
            </a>
          </>
        )}
      </p>
      <ul className="tags">
        {maker.instruments.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {children}
    </header>
  )
}
