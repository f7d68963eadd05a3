import { BadGatewayException, Injectable, Logger } from '@nestjs/common';
import type { WeekMenu } from './menu.types';

@Injectable()
export class ChatPosterService {
  private readonly logger = new Logger(ChatPosterService.name);

  async post(webhook: string, menu: WeekMenu): Promise<void> {
    const response = await fetch(webhook, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: this.format(menu) }),
      signal: AbortSignal.timeout(5000),
    });
    if (!response.ok) {
      this.logger.warn(`chat answered ${response.status} for week ${menu.week}`);
      throw new BadGatewayException('The channel did not take the message');
    }
  }

  private format(menu: WeekMenu): string {
    return [`Menu, week ${menu.week}`, ...menu.days.map((day) => `${day.name}: ${day.dishes.join(', ')}`)].join('\n');
  }
}
