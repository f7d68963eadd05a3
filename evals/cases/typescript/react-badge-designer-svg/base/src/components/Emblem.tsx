import { useId } from 'react';
import type { Team } from '../types';
import styles from './Emblem.module.css';

interface EmblemProps {
  team: Team;
  size?: number;
  /** Shows the initials when the team has no emblem of its own. */
  fallback?: boolean;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 3)
    .join('');
}

export function Emblem({ team, size = 48, fallback = true }: EmblemProps) {
  const labelId = useId();

  if (!team.emblemUrl) {
    return fallback ? (
      <span className={styles.initials} style={{ width: size, height: size }} aria-label={team.name}>
        {initials(team.name)}
      </span>
    ) : null;
  }

  return (
    <figure className={styles.emblem} aria-labelledby={labelId}>
      <img src={team.emblemUrl} width={size} height={size} alt="" />
      <figcaption id={labelId} className={styles.hidden}>
        {team.name}
      </figcaption>
    </figure>
  );
}
