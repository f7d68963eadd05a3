import { Icon } from '../ui/Icon';

const KINDS = [
  ['website', 'globe', 'Website'],
  ['portfolio', 'image', 'Portfolio'],
  ['calendar', 'calendar', 'Book a slot'],
];

/** The links a mentor has filled in, in a fixed order. */
export function MentorLinks({ links }) {
  const rows = KINDS.map(([kind, icon, label]) => ({ icon, label, url: links?.[kind] })).filter(
    (row) => Boolean(row.url),
  );

  if (rows.length === 0) return null;

  return (
    <ul className="mentor-links">
      {rows.map(({ icon, label, url }) => (
        <li key={label}>
          <a href={url} target="_blank" rel="noreferrer">
            <Icon name={icon} /> {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
