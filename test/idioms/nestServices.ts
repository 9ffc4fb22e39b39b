// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/jwt@10.0.0, @nestjs/throttler@6.0.0, rxjs@7.8.0, typeorm@0.3.0

// file: src/auth.service.ts
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
@Injectable()
export class AuthService {
  constructor(private jwt: JwtService) {}
  validateRequest(request: any): boolean {
    const token = request.headers.authorization;
    if (!token) return false;
    try { request.user = this.jwt.verify(token); return true; } catch { return false; }
  }
  async userFor(token: string) { try { return await this.jwt.verifyAsync(token); } catch { return null; } }
  async mustBeUser(token: string) { const u = await this.userFor(token); if (!u) throw new UnauthorizedException(); return u; }
}

// file: src/c.ts
import { Controller, Get, Post, UseGuards, Module, NestModule, MiddlewareConsumer, RequestMethod, Body, UsePipes, ValidationPipe, ParseIntPipe, Param } from '@nestjs/common';
import { ThrottlerGuard, Throttle } from '@nestjs/throttler';
import { ServiceGuard, ServiceUserGuard, FloatingGuard, AwaitedGuard, DoubleBangGuard, IsAuthGuard, OwnerGuard, AuthMiddleware, UserMiddleware, User, Maybe } from './g';
import { Svc } from './svc';
@Controller('a')
export class A {
  constructor(private svc: Svc) {}
  // endpoint: GET /a/1 present AUTHENTICATED
  @Get('1') @UseGuards(ServiceGuard) a1() { return this.svc.wipe(); }
  // endpoint: GET /a/2 present AUTHENTICATED
  @Get('2') @UseGuards(ServiceUserGuard) a2() { return this.svc.wipe(); }
  // endpoint: GET /a/3 absent
  @Get('3') @UseGuards(FloatingGuard) a3() { return this.svc.wipe(); }
  // endpoint: GET /a/4 present AUTHENTICATED
  @Get('4') @UseGuards(AwaitedGuard) a4() { return this.svc.wipe(); }
  // endpoint: GET /a/5 present AUTHENTICATED
  @Get('5') @UseGuards(DoubleBangGuard) a5() { return this.svc.wipe(); }
  // endpoint: GET /a/6 present AUTHENTICATED
  @Get('6') @UseGuards(IsAuthGuard) a6() { return this.svc.wipe(); }
  // endpoint: GET /a/7 present AUTHENTICATED|OWNER
  @Get('7') @UseGuards(OwnerGuard) a7() { return this.svc.wipe(); }
  // endpoint: GET /a/8 present AUTHENTICATED
  @Get('8') a8(@User() user: any) { return this.svc.wipe(); }
  // endpoint: GET /a/11 absent
  @Get('11') a11(@Maybe() user: any) { return this.svc.wipe(); }
  // endpoint: GET /a/10 absent
  @Get('10') @UseGuards(ThrottlerGuard) a10() { return this.svc.wipe(); }
}
@Controller('m')
export class M {
  constructor(private svc: Svc) {}
  // endpoint: GET /m/1 present AUTHENTICATED
  @Get('1') m1() { return this.svc.wipe(); }
  // endpoint: GET /m/open absent
  @Get('open') m2() { return this.svc.wipe(); }
}
@Controller('u')
export class U {
  constructor(private svc: Svc) {}
  // endpoint: GET /u/1 absent
  @Get('1') u1() { return this.svc.wipe(); }
}
@Module({ controllers: [A, M, U], providers: [Svc] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(AuthMiddleware).exclude({ path: 'm/open', method: RequestMethod.GET }).forRoutes(M);
    consumer.apply(UserMiddleware).forRoutes('u');
  }
}

// file: src/g.ts
import { CanActivate, ExecutionContext, Injectable, NestMiddleware, UnauthorizedException, ForbiddenException, createParamDecorator } from '@nestjs/common';
import { Observable } from 'rxjs';
import { JwtService } from '@nestjs/jwt';
import { AuthService } from './auth.service';
@Injectable()
export class ServiceGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}
  canActivate(context: ExecutionContext): boolean | Promise<boolean> | Observable<boolean> {
    const request = context.switchToHttp().getRequest();
    return this.auth.validateRequest(request);
  }
}
@Injectable()
export class ServiceUserGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const user = await this.auth.userFor(request.headers.authorization);
    if (!user) return false;
    request.user = user;
    return true;
  }
}
@Injectable()
export class FloatingGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}
  canActivate(context: ExecutionContext) {
    this.auth.mustBeUser(context.switchToHttp().getRequest().headers.authorization);
    return true;
  }
}
@Injectable()
export class AwaitedGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}
  async canActivate(context: ExecutionContext) {
    await this.auth.mustBeUser(context.switchToHttp().getRequest().headers.authorization);
    return true;
  }
}
@Injectable()
export class DoubleBangGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}
  async canActivate(context: ExecutionContext) {
    const user = await this.auth.userFor(context.switchToHttp().getRequest().headers.authorization);
    return !!user;
  }
}
@Injectable()
export class IsAuthGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    return context.switchToHttp().getRequest().isAuthenticated();
  }
}
@Injectable()
export class OwnerGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const { user, params } = context.switchToHttp().getRequest();
    if (user.id !== params.id) throw new ForbiddenException();
    return true;
  }
}
@Injectable()
export class AuthMiddleware implements NestMiddleware {
  constructor(private jwt: JwtService) {}
  use(req: any, res: any, next: () => void) {
    const token = req.headers.authorization?.split(' ')[1];
    if (!token) throw new UnauthorizedException();
    req.user = this.jwt.verify(token);
    next();
  }
}
@Injectable()
export class UserMiddleware implements NestMiddleware {
  constructor(private jwt: JwtService) {}
  use(req: any, res: any, next: () => void) {
    try { req.user = this.jwt.verify(req.headers.authorization); } catch {}
    next();
  }
}
export const User = createParamDecorator((data: unknown, ctx: ExecutionContext) => {
  const request = ctx.switchToHttp().getRequest();
  if (!request.user) throw new UnauthorizedException();
  return request.user;
});
export const Maybe = createParamDecorator((data: unknown, ctx: ExecutionContext) => ctx.switchToHttp().getRequest().user ?? null);

// file: src/svc.ts
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
@Injectable()
export class Svc {
  constructor(private repo: Repository<any>) {}
  wipe() { return this.repo.delete({}); }
  wipeOf(u: any) { return this.repo.delete({ owner: u?.id }); }
}
