export interface Team {
  id: string;
  name: string;
  /** Main colour of the shirts, such as "#b3202a". */
  color: string;
  /** SVG file that the team's manager uploaded. */
  emblemUrl: string | null;
}

export interface Fixture {
  id: string;
  home: Team;
  away: Team;
  kickOff: string;
}
