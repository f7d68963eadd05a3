import { Avatar } from '../ui/Avatar';
import { isWebUrl } from '../util/url';

export function MentorCard({ mentor, onInvite }) {
  const { website } = mentor.links ?? {};

  return (
    <section className="mentor-card">
      <Avatar person={mentor} size={64} />
      <h3>{mentor.name}</h3>
      <p>{mentor.bio}</p>
      {isWebUrl(website) && (
        <a href={website} target="_blank" rel="noreferrer">
          Website
        </a>
      )}
      <button type="button" onClick={() => onInvite(mentor.id)}>
        Invite
      </button>
    </section>
  );
}
