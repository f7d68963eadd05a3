import { CanActivate, ExecutionContext, Injectable, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SessionService } from './session.service';

export type Role = 'harbourmaster' | 'deputy' | 'skipper';

const ALLOW = 'staff:allow';

export const Allow = (...roles: Role[]) => SetMetadata(ALLOW, roles);

@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const account = await this.sessions.fromRequest(request);
    if (!account) {
      throw new UnauthorizedException();
    }
    request.account = account;
    const roles = this.reflector.get<Role[] | undefined>(ALLOW, context.getHandler());
    return !roles || roles.includes(account.role);
  }
}
