import { CanActivate, ExecutionContext, Injectable, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';

const OPEN = 'isPublic';
const SCOPES = 'scopes';

export const Public = () => SetMetadata(OPEN, true);
export const Scopes = (...scopes: string[]) => SetMetadata(SCOPES, scopes);

@Injectable()
export class SignedIn extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  canActivate(context: ExecutionContext) {
    const open = this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()]);
    if (open) return true;
    return super.canActivate(context);
  }
}

// Asks only where scopes are wanted.
@Injectable()
export class ScopesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const wanted = this.reflector.getAllAndOverride<string[]>(SCOPES, [context.getHandler(), context.getClass()]);
    if (!wanted || wanted.length === 0) return true;
    const { user } = context.switchToHttp().getRequest();
    if (!user) throw new UnauthorizedException();
    return wanted.every((scope) => user.scopes.includes(scope));
  }
}
