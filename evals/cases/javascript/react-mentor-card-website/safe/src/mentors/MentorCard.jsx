import { Avatar } from '../ui/Avatar';
import { MentorLinks } from './MentorLinks';

export function MentorCard({ mentor, onInvite }) {
  return (
    <section className="mentor-card">
      <Avatar person={mentor} size={64} />
      <h3>{mentor.name}</h3>
      <p>{mentor.bio}</p>
      <MentorLinks links={mentor.links} />
      <button type="button" onClick={() => onInvite(mentor.id)}>
        Invite
      </button>
    </section>
  );
}
