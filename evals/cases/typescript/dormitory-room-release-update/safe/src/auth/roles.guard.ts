import { CanActivate, ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { ROLES_KEY } from './roles.decorator';

/**
 * Compares the roles of the user with those that @Roles names. Everything is
 * open to all signed in users otherwise, JwtGuard goes first.
 */
@Injectable()
export class RolesGuard implements CanActivate {
  private readonly logger = new Logger(RolesGuard.name);

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.getAllAndOverride<string[] | undefined>(ROLES_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!roles) {
      return true;
    }
    const { user } = context.switchToHttp().getRequest();
    const allowed = roles.some((role) => user.roles.includes(role));
    if (!allowed) {
      this.logger.log(`user ${user.id} is none of ${roles.join(', ')}`);
    }
    return allowed;
  }
}
