import { CanActivate, ExecutionContext, Injectable, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { StaffSessions } from './staff-sessions';

export type Role = 'desk' | 'manager';

const NEEDS = 'access:needs';
const RANK: Record<Role, number> = { desk: 1, manager: 2 };

export const Needs = (role: Role) => SetMetadata(NEEDS, role);

/** Registered with APP_GUARD; handlers without @Needs are for everybody (opening hours, health). */
@Injectable()
export class NeedsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: StaffSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const needed = this.reflector.get<Role | undefined>(NEEDS, context.getHandler());
    if (!needed) {
      return true;
    }
    const staff = await this.sessions.fromRequest(context.switchToHttp().getRequest());
    if (!staff) {
      throw new UnauthorizedException();
    }
    return RANK[staff.role as Role] >= RANK[needed];
  }
}
