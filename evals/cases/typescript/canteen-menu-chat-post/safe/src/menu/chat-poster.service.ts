import { BadGatewayException, BadRequestException, Injectable, Logger } from '@nestjs/common';
import type { WeekMenu } from './menu.types';

const CHAT_HOSTS = new Set(['hooks.slack.com', 'discord.com', 'chat.googleapis.com']);

@Injectable()
export class ChatPosterService {
  private readonly logger = new Logger(ChatPosterService.name);

  async post(webhook: string, menu: WeekMenu): Promise<void> {
    const target = URL.canParse(webhook) ? new URL(webhook) : null;
    if (target?.protocol !== 'https:' || !CHAT_HOSTS.has(target.host)) {
      throw new BadRequestException('Not a webhook of a supported chat');
    }
    const response = await fetch(target, {
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
