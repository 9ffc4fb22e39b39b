// packages: @nestjs/common@11.0.0, @nestjs/passport@11.0.0, @prisma/client@6.0.0
import { ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Revocations } from './revocations';

@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  constructor(private readonly revocations: Revocations) {
    super();
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const canActivate = (await super.canActivate(context)) as boolean;
    if (!canActivate) {
      return false;
    }
    const token = context.switchToHttp().getRequest().headers.authorization?.replace('Bearer ', '');
    if (token && (await this.revocations.has(token))) throw new UnauthorizedException();
    return true;
  }
}

/** Asks for nothing: what the base class says is lost. */
@Injectable()
export class LooseGuard extends AuthGuard('jwt') {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      await super.canActivate(context);
    } catch {
      // Visitors may come in too.
    }
    return true;
  }
}

/** Does not ask the base class. */
@Injectable()
export class EmptyGuard extends AuthGuard('jwt') {
  canActivate(): boolean {
    return true;
  }
}

@Injectable()
export class EitherGuard extends AuthGuard(['staff', 'guest']) {
  constructor(private readonly revocations: Revocations) {
    super();
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const token = context.switchToHttp().getRequest().headers.authorization?.replace('Bearer ', '');
    if (!token) throw new UnauthorizedException();
    try {
      const staff = new (await import('./staffGuard')).StaffGuard();
      if (await staff.canActivate(context)) return true;
    } catch {
      // Guests are asked next.
    }
    try {
      const guest = new JwtAuthGuard(this.revocations);
      return await guest.canActivate(context);
    } catch {
      throw new UnauthorizedException();
    }
  }
}
