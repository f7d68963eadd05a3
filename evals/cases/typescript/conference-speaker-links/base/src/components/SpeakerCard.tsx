import type { FC } from 'react'
import type { Speaker } from '../api/speakers'
import { webUrl } from '../lib/webUrl'

export const SpeakerCard: FC<{ speaker: Speaker }> = ({ speaker }) => {
  const website = webUrl(speaker.website)
  const portrait = webUrl(speaker.portrait)

  return (
    <article className="speaker">
      {portrait && <img src={portrait} alt="" width={96} height={96} />}
      <h3>{speaker.name}</h3>
      <p>{speaker.bio}</p>
      {website && <a href={website}>Website</a>}
    </article>
  )
}
