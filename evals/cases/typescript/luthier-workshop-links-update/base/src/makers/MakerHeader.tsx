import * as React from 'react'

export type Maker = {
  id: string
  name: string
  town: string
  instruments: string[]
  /** typed by the maker in "edit profile" */
  website?: string | null
}

export function MakerHeader({ maker, children }: React.PropsWithChildren<{ maker: Maker }>) {
  return (
    <header className="maker-header">
      <h1>{maker.name}</h1>
      <p>
        {maker.town}
        {maker.website ? <> · {maker.website}</> : null}
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
