import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LeaveDigestDto } from './leave-digest.dto';
import { DigestService } from './digest.service';
import { messagePage } from './pages';

@Controller('digest')
export class DigestController {
  constructor(private readonly digest: DigestService) {}

  @Get('status/:token')
  async status(@Param('token') token: string): Promise<{ subscribed: boolean }> {
    return { subscribed: await this.digest.isSubscribed(token) };
  }

  /** The form in the footer of each digest; the token is from the mail. */
  @Post('leave/:token')
  async leave(
    @Param('token') token: string,
    @Body() form: LeaveDigestDto,
    @Res() res: Response,
  ): Promise<void> {
    const subscriber = await this.digest.leave(token, form.reason);
    if (!subscriber) {
      res.status(404).type('html').send(messagePage('Unknown link', 'This link is no longer valid.'));
      return;
    }
    const thanks = `You told us: ${form.reason}`;
    res.type('html').send(messagePage(`Goodbye, ${subscriber.name}`, thanks));
  }
}
