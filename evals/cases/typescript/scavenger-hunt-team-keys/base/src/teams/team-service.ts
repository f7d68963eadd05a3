import type { Redis } from 'ioredis';
import { newTeamKey, tidyTeamKey } from './team-key';

const DAY = 24 * 60 * 60;

export class TeamService {
  constructor(private readonly redis: Redis) {}

  async create(hunt: string, name: string): Promise<{ key: string }> {
    const key = newTeamKey();
    await this.redis.set(`team:${key}`, JSON.stringify({ hunt, name, points: 0 }), 'EX', 3 * DAY, 'NX');
    return { key };
  }

  /** Attempts are counted per address in the rate limit plugin. */
  async byKey(typed: string) {
    const found = await this.redis.get(`team:${tidyTeamKey(typed)}`);
    return found ? (JSON.parse(found) as { hunt: string; name: string; points: number }) : null;
  }
}
