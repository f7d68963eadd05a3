import { useId } from 'react';
import useSWR from 'swr';
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

async function loadText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Cannot load ${url}`);
  return response.text();
}

// the emblem takes the colour of its parent where it was black
function toCurrentColor(svg: string): string {
  return svg
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/fill="(#000|#000000|black)"/gi, 'fill="currentColor"');
}

export function Emblem({ team, size = 48, fallback = true }: EmblemProps) {
  const labelId = useId();
  const { data } = useSWR(team.emblemUrl, loadText, { revalidateOnFocus: false });

  if (!team.emblemUrl) {
    return fallback ? (
      <span className={styles.initials} style={{ width: size, height: size }} aria-label={team.name}>
        {initials(team.name)}
      </span>
    ) : null;
  }

  const markup = toCurrentColor(data ?? '');
  return (
    <figure className={styles.emblem} aria-labelledby={labelId}>
      <span
        className={styles.drawing}
        style={{ width: size, height: size, color: team.color }}
        dangerouslySetInnerHTML={{ __html: markup }}
      />
      <figcaption id={labelId} className={styles.hidden}>
        {team.name}
      </figcaption>
    </figure>
  );
}
