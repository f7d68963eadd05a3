import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

import type { Forecast } from "./index";

const BASE = new URL("https://api.weather-provider.example/v3/");
const ATTEMPTS = 3;

const Answer = z.object({
  daily: z
    .array(z.object({ date: z.string().date(), min: z.number(), max: z.number() }))
    .max(16),
});

export class WeatherError extends Error {
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
    this.name = "WeatherError";
  }
}

export class WeatherClient {
  constructor(
    private readonly token: string,
    private readonly fetcher: typeof fetch = fetch,
  ) {}

  async forecast(city: string, days = 7): Promise<Forecast[]> {
    const url = new URL("forecast", BASE);
    url.searchParams.set("city", city);
    url.searchParams.set("days", String(Math.min(days, 16)));
    const { daily } = Answer.parse(await this.get(url));
    return daily.map(({ date, min, max }) => ({ day: date, low: min, high: max }));
  }

  private async get(url: URL): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.fetcher(url, {
        headers: { Authorization: `Bearer ${this.token}`, Accept: "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(5_000),
      });
      if (response.ok) return response.json();
      if (response.status < 500 || attempt === ATTEMPTS) {
        throw new WeatherError("the weather provider did not answer", response.status);
      }
      await sleep(200 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}
