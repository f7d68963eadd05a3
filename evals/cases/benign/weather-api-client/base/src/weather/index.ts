export interface Forecast {
  day: string;
  low: number;
  high: number;
}

export type Forecasts = (city: string) => Promise<Forecast[]>;
