import { Card } from '../../ui/Card'
import { useBand } from './useBand'

export interface BandLink {
  label: string
  url: string
}

const webUrl = (value: string): string | undefined => {
  try {
    const { protocol, href } = new URL(value)
    return protocol === 'https:' || protocol === 'http:' ? href : undefined
  } catch {
    return undefined
  }
}

export interface BandLinksProps {
  bandId: string
}

export function BandLinks({ bandId }: BandLinksProps) {
  const { data: band, isLoading } = useBand(bandId)

  if (isLoading) return <Card busy />
  if (!band?.links?.length) return null

  return (
    <Card title={`${band.name} elsewhere`}>
      <ul>
        {band.links.map((link: BandLink) => (
          <li key={link.url}>
            <a href={webUrl(link.url)} rel="noreferrer">{link.label || link.url}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
