import 'server-only';

export interface Tide {
  at: string;
  metres: number;
  kind: 'high' | 'low';
}

export async function tides(station: number, region = 'eu-north'): Promise<Tide[]> {
  const base = `https://${region}.api.tidalbase.net/v2`;
  const response = await fetch(`${base}/stations/${station}/tides?days=7`, {
    headers: { Authorization: `Bearer ${process.env.TIDALBASE_KEY}` },
    next: { revalidate: 3600 },
  });
  if (!response.ok) {
    throw new Error(`tide service answered ${response.status}`);
  }
  const { extremes } = (await response.json()) as { extremes: Tide[] };
  return extremes;
}
