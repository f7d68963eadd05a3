import { useMemo } from 'react';

import { renderMarkdown } from '../lib/markdown';
import type { Volunteer } from '../types';
import { Avatar } from './Avatar';
import { SkillList } from './SkillList';

interface Props {
  volunteer: Volunteer;
  onInvite?: (id: string) => void;
}

export function VolunteerProfile({ volunteer, onInvite }: Props) {
  const bio = useMemo(() => renderMarkdown(volunteer.bio ?? ''), [volunteer.bio]);

  return (
    <article className="profile">
      <header>
        <Avatar src={volunteer.photoUrl} alt={volunteer.name} />
        <h2>{volunteer.name}</h2>
        <p>
          {volunteer.town}, {volunteer.hoursPerWeek} hours a week
        </p>
      </header>
      <div className="profile__bio" dangerouslySetInnerHTML={{ __html: bio }} />
      <SkillList skills={volunteer.skills} />
      {onInvite && (
        <button type="button" onClick={() => onInvite(volunteer.id)}>
          Invite to a project
        </button>
      )}
    </article>
  );
}
