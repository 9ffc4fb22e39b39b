// packages: @nestjs/common@11.0.0, @nestjs/graphql@13.0.0, @nestjs/passport@11.0.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';

export const WANTED = 'wanted';
export const Wanted = (...roles: string[]) => SetMetadata(WANTED, roles);

/** The second strategy is for visitors. */
@Injectable()
export class VisitorGuard extends AuthGuard(['jwt', 'anonymous']) {
  getRequest(context: ExecutionContext) {
    return GqlExecutionContext.create(context).getContext().req;
  }
}

@Injectable()
export class KnownGuard extends AuthGuard('jwt') {
  getRequest(context: ExecutionContext) {
    return GqlExecutionContext.create(context).getContext().req;
  }
}

/** Asks where roles are wanted only. */
@Injectable()
export class MarkedGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      const wanted = this.reflector.getAllAndOverride<string[]>(WANTED, [context.getHandler(), context.getClass()]);
      const { user } = GqlExecutionContext.create(context).getContext().req;
      if (!wanted) return true;
      if (!user) return false;
      return wanted.some((role) => user.roles.includes(role));
    } catch {
      throw new Error('not allowed');
    }
  }
}
