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

interface BandLinksProps {
  bandId: string
}

export function BandLinks({ bandId }: BandLinksProps) {
  const { data: band, isLoading } = useBand(bandId)

  if (isLoading) return <Card busy />
  if (!band?.links?.[0]) return null

  const [link] = band.links
  const href = webUrl(link.url)

  return (
    <Card title={`${band.name} elsewhere`}>
      {href ? <a href={href} rel="noreferrer">{link.label}</a> : <span>{link.label}</span>}
    </Card>
  )
}
