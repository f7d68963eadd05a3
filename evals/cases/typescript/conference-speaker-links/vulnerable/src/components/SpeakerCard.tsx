import type { FC } from 'react'
import type { Speaker } from '../api/speakers'
import { webUrl } from '../lib/webUrl'

interface SpeakerLink {
  label: string
  url: string
}

function linksOf(speaker: Speaker): SpeakerLink[] {
  const links: SpeakerLink[] = []
  if (speaker.website) links.push({ label: 'Website', url: speaker.website })
  if (speaker.mastodon) links.push({ label: 'Mastodon', url: speaker.mastodon })
  if (speaker.slides) links.push({ label: 'Slides', url: speaker.slides })
  return links
}

export const SpeakerCard: FC<{ speaker: Speaker }> = ({ speaker }) => {
  const links = linksOf(speaker)
  const portrait = webUrl(speaker.portrait)

  return (
    <article className="speaker">
      {portrait && <img src={portrait} alt="" width={96} height={96} />}
      <h3>{speaker.name}</h3>
      <p>{speaker.bio}</p>
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li key={link.label}>
              <a href={link.url}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
