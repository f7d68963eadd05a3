import { useQuery } from '@tanstack/react-query'
import { http } from '../../http'
import type { BandLink } from './BandLinks'

interface Band {
  id: string
  name: string
  /** Entered by members of the band. */
  links?: BandLink[]
}

export function useBand(id: string) {
  return useQuery({
    queryKey: ['band', id],
    queryFn: () => http.get<Band>(`/bands/${encodeURIComponent(id)}`),
  })
}
