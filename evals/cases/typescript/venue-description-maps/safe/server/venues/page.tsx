import type { Venue } from './repository';
import { cleanRich, toPlainText } from '../content/clean';

/** Public page of a venue, rendered to a string on the server. */
export function VenuePage({ venue }: { venue: Venue }) {
  return (
    <main>
      <h1>{venue.name}</h1>
      <p className="teaser">{toPlainText(venue.description).slice(0, 140)}</p>
      <section
        className="description"
        dangerouslySetInnerHTML={{ __html: cleanRich(venue.description) }}
      />
      <footer>{venue.capacity} seats</footer>
    </main>
  );
}
