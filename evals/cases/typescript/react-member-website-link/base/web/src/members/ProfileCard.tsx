import React from 'react';
import { Member } from '../api/members';
import { Initials } from '../ui/Initials';

type Props = { member: Member; compact?: boolean };

const ProfileCard: React.FC<Props> = ({ member, compact = false }) => {
  const joined = new Date(member.joinedAt).getFullYear();

  return (
    <div className={compact ? 'card card--compact' : 'card'}>
      <Initials name={member.displayName} />
      <h3>{member.displayName}</h3>
      {member.headline && <p className="headline">{member.headline}</p>}
      {!compact && (
        <dl>
          <dt>Member since</dt>
          <dd>{joined}</dd>
          <dt>Chapter</dt>
          <dd>{member.chapter}</dd>
        </dl>
      )}
    </div>
  );
};

export default ProfileCard;
