export interface Forecast {
  day: string;
  low: number;
  high: number;
}

export type Forecasts = (city: string) => Promise<Forecast[]>;

/** Remember the forecasts of a city for some minutes. */
export function remembered(load: Forecasts, minutes = 30, most = 500): Forecasts {
  const kept = new Map<string, { until: number; value: Promise<Forecast[]> }>();
  return (city) => {
    const known = kept.get(city);
    if (known && known.until > Date.now()) return known.value;
    const value = load(city);
    value.catch(() => kept.delete(city));
    kept.set(city, { until: Date.now() + minutes * 60_000, value });
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return value;
  };
}
