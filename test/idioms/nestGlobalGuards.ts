// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/passport@10.0.0, @nestjs/jwt@10.0.0, @nestjs/graphql@12.0.0, @nestjs/websockets@10.0.0, @nestjs/cqrs@10.0.0, @nestjs/throttler@6.0.0, @nestjs/schedule@4.0.0, typeorm@0.3.0, socket.io@4.8.0

// file: src/app.module.ts
import { Module, Controller, Get, Post, Injectable, ExecutionContext, CanActivate, UnauthorizedException, SetMetadata, UseGuards } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Svc } from './svc';
import { Public, IS_PUBLIC_KEY, RolesGuard, Roles, AdminGuard } from './guards';
@Injectable()
export class GlobalJwt extends AuthGuard('jwt') {
  constructor(private reflector: Reflector) { super(); }
  canActivate(context: ExecutionContext) {
    const isPublic = this.reflector.getAllAndOverride<boolean>(IS_PUBLIC_KEY, [context.getHandler(), context.getClass()]);
    if (isPublic) {
      return true;
    }
    return super.canActivate(context);
  }
}
@Controller('a')
export class A {
  constructor(private svc: Svc) {}
  // endpoint: GET /a/1 present AUTHENTICATED
  @Get('1') a1() { return this.svc.wipe(); }
  // endpoint: GET /a/2 public
  @Public() @Get('2') a2() { return this.svc.wipe(); }
  // endpoint: GET /a/3 public
  @SetMetadata('isPublic', true) @Get('3') a3() { return this.svc.wipe(); }
  // endpoint: GET /a/4 present ROLE
  @Roles('admin') @Get('4') a4() { return this.svc.wipe(); }
  // endpoint: GET /a/5 present AUTHENTICATED (another key)
  @SetMetadata('cached', true) @Get('5') a5() { return this.svc.wipe(); }
  // endpoint: GET /a/6 present ROLE (public for one guard and asked by another)
  @Public() @UseGuards(AdminGuard) @Get('6') a6() { return this.svc.wipe(); }
}
@Public()
@Controller('p')
export class P {
  constructor(private svc: Svc) {}
  // endpoint: POST /p/1 public
  @Post('1') p1() { return this.svc.wipe(); }
}
@Module({ controllers: [A, P], providers: [Svc, { provide: APP_GUARD, useClass: GlobalJwt }, { provide: APP_GUARD, useClass: RolesGuard }] })
export class AppModule {}

// file: src/guards.ts
import { CanActivate, ExecutionContext, Injectable, ForbiddenException, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
export const IS_PUBLIC_KEY = 'isPublic';
export const Public = () => SetMetadata(IS_PUBLIC_KEY, true);
export const ROLES_KEY = 'roles';
export const Roles = (...roles: string[]) => SetMetadata(ROLES_KEY, roles);
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    const required = this.reflector.getAllAndOverride<string[]>(ROLES_KEY, [context.getHandler(), context.getClass()]);
    if (!required) return true;
    const { user } = context.switchToHttp().getRequest();
    return required.some((role) => user.roles?.includes(role));
  }
}
@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest();
    if (user?.role !== 'admin') throw new ForbiddenException();
    return true;
  }
}

// file: src/svc.ts
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
@Injectable()
export class Svc {
  constructor(private repo: Repository<any>) {}
  wipe() { return this.repo.delete({}); }
  wipeOf(u: any) { return this.repo.delete({ owner: u?.id }); }
}

// file: src/nightly.ts
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Svc } from './svc';
@Injectable()
export class Nightly {
  constructor(private svc: Svc) {}
  // endpoint: CRON 0 3 * * * public (guards stand in front of requests)
  @Cron('0 3 * * *') async sweep() { return this.svc.wipe(); }
}
