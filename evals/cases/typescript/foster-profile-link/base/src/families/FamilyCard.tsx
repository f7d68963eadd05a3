import type { FosterFamily } from '../api/types';
import { WebsiteLink } from './WebsiteLink';

export function FamilyCard({ family }: { family: FosterFamily }) {
  return (
    <article className="card">
      <h3>{family.displayName}</h3>
      <p>{family.about}</p>
      <footer>
        <span>{family.town}</span>
        <WebsiteLink website={family.website} />
      </footer>
    </article>
  );
}
