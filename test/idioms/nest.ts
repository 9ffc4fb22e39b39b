// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/passport@10.0.0, @nestjs/jwt@10.0.0, @nestjs/graphql@12.0.0, @nestjs/websockets@10.0.0, @nestjs/cqrs@10.0.0, @nestjs/throttler@6.0.0, typeorm@0.3.0, socket.io@4.8.0

// file: src/a.controller.ts
import { Controller, Get, Post, Delete, UseGuards, Req, Request, Body, UnauthorizedException, SetMetadata, applyDecorators, Headers, Put, All } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import * as G from './guards';
import { JwtGuard, LenientGuard, FalseGuard, HeaderGuard, KeyGuard, KeyThrowGuard, UserGuard, SessionGuard, JwtAuthGuard, OptionalJwtGuard, StrictJwtGuard, RolesGuard, AdminGuard, Auth, AdminOnly, Documented, RoleGuard, PermissionGuard, TrueGuard, AsyncStatusGuard, Roles, CurrentUser, Public } from './guards';
import { JwtService } from '@nestjs/jwt';
import { Svc } from './svc';
@Controller('a')
export class AController {
  constructor(private svc: Svc, private jwt: JwtService) {}
  // endpoint: GET /a/1 present AUTHENTICATED
  @Get('1') @UseGuards(JwtGuard) a1() { return this.svc.wipe(); }
  // endpoint: GET /a/2 absent OPTIONAL
  @Get('2') @UseGuards(LenientGuard) a2() { return this.svc.wipe(); }
  // endpoint: GET /a/3 present AUTHENTICATED
  @Get('3') @UseGuards(FalseGuard) a3() { return this.svc.wipe(); }
  // endpoint: GET /a/4 absent PRESENCE_ONLY
  @Get('4') @UseGuards(HeaderGuard) a4() { return this.svc.wipe(); }
  // endpoint: GET /a/5 present SECRET
  @Get('5') @UseGuards(KeyGuard) a5() { return this.svc.wipe(); }
  // endpoint: GET /a/6 present SECRET
  @Get('6') @UseGuards(KeyThrowGuard) a6() { return this.svc.wipe(); }
  // endpoint: GET /a/7 present AUTHENTICATED
  @Get('7') @UseGuards(UserGuard) a7() { return this.svc.wipe(); }
  // endpoint: GET /a/8 present AUTHENTICATED
  @Get('8') @UseGuards(SessionGuard) a8() { return this.svc.wipe(); }
  // endpoint: GET /a/9 present AUTHENTICATED
  @Get('9') @UseGuards(JwtAuthGuard) a9() { return this.svc.wipe(); }
  // endpoint: GET /a/10 absent OPTIONAL (handleRequest is where passport's guard throws)
  @Get('10') @UseGuards(OptionalJwtGuard) a10() { return this.svc.wipe(); }
  // endpoint: GET /a/11 present AUTHENTICATED
  @Get('11') @UseGuards(StrictJwtGuard) a11() { return this.svc.wipe(); }
  // endpoint: GET /a/12 present AUTHENTICATED
  @Get('12') @UseGuards(AuthGuard('jwt')) a12() { return this.svc.wipe(); }
  // endpoint: GET /a/13 present AUTHENTICATED
  @Get('13') @UseGuards(AuthGuard()) a13() { return this.svc.wipe(); }
  // endpoint: GET /a/14 present ROLE
  @Get('14') @UseGuards(JwtAuthGuard, RolesGuard) @Roles('admin') a14() { return this.svc.wipe(); }
  // endpoint: GET /a/15 present AUTHENTICATED (roles are not asked without metadata)
  @Get('15') @UseGuards(JwtAuthGuard, RolesGuard) a15() { return this.svc.wipe(); }
  // endpoint: GET /a/16 present ROLE
  @Get('16') @UseGuards(JwtAuthGuard, AdminGuard) a16() { return this.svc.wipe(); }
  // endpoint: GET /a/17 present ROLE
  @Get('17') @Auth('admin') a17() { return this.svc.wipe(); }
  // endpoint: GET /a/18 present ROLE
  @Get('18') @AdminOnly() a18() { return this.svc.wipe(); }
  // endpoint: GET /a/19 absent
  @Get('19') @Documented() a19() { return this.svc.wipe(); }
  // endpoint: GET /a/20 present ROLE
  @Get('20') @UseGuards(RoleGuard('admin')) a20() { return this.svc.wipe(); }
  // endpoint: GET /a/21 present ROLE
  @Get('21') @UseGuards(PermissionGuard('wipe')) a21() { return this.svc.wipe(); }
  // endpoint: GET /a/22 absent
  @Get('22') @UseGuards(TrueGuard) a22() { return this.svc.wipe(); }
  // endpoint: GET /a/23 present AUTHENTICATED
  @Get('23') @UseGuards(AsyncStatusGuard) a23() { return this.svc.wipe(); }
  // endpoint: GET /a/24 absent
  @Get('24') a24() { return this.svc.wipe(); }
  // endpoint: GET /a/25 absent (a decorator that only hands the user over)
  @Get('25') a25(@CurrentUser() user: any) { return this.svc.wipeOf(user); }
  // endpoint: GET /a/26 present AUTHENTICATED
  @Get('26') a26(@Req() req: any) { if (!req.user) throw new UnauthorizedException(); return this.svc.wipe(); }
  // endpoint: GET /a/27 present AUTHENTICATED
  @Get('27') async a27(@Headers('authorization') auth: string) { const p = await this.jwt.verifyAsync(auth); return this.svc.wipeOf(p); }
  // endpoint: GET /a/28 present AUTHENTICATED
  @Get('28') @UseGuards(new JwtGuard(new JwtService({}))) a28() { return this.svc.wipe(); }
  // endpoint: GET /a/29 present AUTHENTICATED
  @Get('29') @UseGuards(G.JwtAuthGuard) a29() { return this.svc.wipe(); }
  // endpoint: GET /a/30 present SECRET
  @Get('30') a30(@Headers('x-api-key') key: string) { if (key !== process.env.KEY) throw new UnauthorizedException(); return this.svc.wipe(); }
  // endpoint: GET /a/31 absent PRESENCE_ONLY|NONE
  @Get('31') a31(@Headers('authorization') auth: string) { if (!auth) throw new UnauthorizedException(); return this.svc.wipe(); }
  // endpoint: GET /a/32 absent
  @Get('32') @UseGuards(OptionalJwtGuard) @Roles('admin') a32() { return this.svc.wipe(); }
  // endpoint: GET /a/33 present AUTHENTICATED|ROLE
  @Get('33') @UseGuards(...[JwtAuthGuard]) a33() { return this.svc.wipe(); }
  // endpoint: GET /a/34 absent (roles without any guard)
  @Get('34') @Roles('admin') a34() { return this.svc.wipe(); }
}
@UseGuards(JwtAuthGuard)
@Controller('b')
export class BController {
  constructor(private svc: Svc) {}
  // endpoint: GET /b/1 present AUTHENTICATED
  @Get('1') b1() { return this.svc.wipe(); }
  // endpoint: GET /b/2 present AUTHENTICATED (JwtAuthGuard does not read the metadata)
  @Public() @Get('2') b2() { return this.svc.wipe(); }
  // endpoint: GET /b/3 present ROLE
  @UseGuards(AdminGuard) @Get('3') b3() { return this.svc.wipe(); }
}
@Auth('admin')
@Controller('c')
export class CController {
  constructor(private svc: Svc) {}
  // endpoint: POST /c present ROLE
  @Post() c1() { return this.svc.wipe(); }
}
@UseGuards(JwtAuthGuard)
export abstract class Guarded { }
@Controller('d')
export class DController extends Guarded {
  constructor(private svc: Svc) { super(); }
  // endpoint: GET /d/1 present AUTHENTICATED (Reflect.getMetadata walks the prototype chain of the constructor)
  @Get('1') d1() { return this.svc.wipe(); }
}
export abstract class Crud {
  constructor(protected svc: Svc) {}
  @Get('list') list() { return this.svc.wipe(); }
  @UseGuards(JwtAuthGuard) @Delete('all') all() { return this.svc.wipe(); }
}
// endpoint: GET /e/list absent
// endpoint: DELETE /e/all present
@Controller('e')
export class EController extends Crud {}
// endpoint: GET /f/list present
// endpoint: DELETE /f/all present
@UseGuards(JwtAuthGuard)
@Controller('f')
export class FController extends Crud {}

// file: src/base.ts
import { Get, Delete, Post, UseGuards } from '@nestjs/common';
import { JwtAuthGuard, AdminGuard } from './guards';
import { Svc } from './svc';
@UseGuards(JwtAuthGuard)
export abstract class Base<T> {
  constructor(protected svc: Svc) {}
  @Get() findAll() { return this.svc.wipe(); }
  @UseGuards(AdminGuard) @Delete(':id') remove() { return this.svc.wipe(); }
  @Post() create() { return this.svc.wipe(); }
}

// file: src/derived.controller.ts
import { Controller, Get } from '@nestjs/common';
import { Base } from './base';
import { Svc } from './svc';
// The method that takes the place of another one has no route of that one.
// endpoint: GET /things present AUTHENTICATED
// endpoint: DELETE /things/:id present ROLE
// endpoint: GET /things/own present AUTHENTICATED
@Controller('things')
export class ThingsController extends Base<string> {
  constructor(svc: Svc) { super(svc); }
  create() { return null; }
  @Get('own') own() { return this.svc.wipe(); }
}

// file: src/ev.ts
import { EventsHandler, IEventHandler } from '@nestjs/cqrs';
import { Svc } from './svc';
import { EventBus } from '@nestjs/cqrs';
import { Controller, Post } from '@nestjs/common';
export class Wiped { constructor(public id: string) {} }
@EventsHandler(Wiped)
export class WipedHandler implements IEventHandler<Wiped> { constructor(private svc: Svc) {} handle(e: Wiped) { return this.svc.wipe(); } }
@Controller('ev')
export class EvController { constructor(private bus: EventBus) {}
  // endpoint: POST /ev absent
  @Post() go() { this.bus.publish(new Wiped('x')); }
}

// file: src/guards.ts
import { CanActivate, ExecutionContext, Injectable, UnauthorizedException, ForbiddenException, SetMetadata, applyDecorators, UseGuards, createParamDecorator, mixin, Type, HttpException, HttpStatus } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { JwtService } from '@nestjs/jwt';
import { GqlExecutionContext } from '@nestjs/graphql';
import { WsException } from '@nestjs/websockets';
@Injectable()
export class JwtGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const token = this.extract(request);
    if (!token) throw new UnauthorizedException();
    try {
      request.user = await this.jwt.verifyAsync(token, { secret: process.env.JWT_SECRET });
    } catch {
      throw new UnauthorizedException();
    }
    return true;
  }
  private extract(request: any): string | undefined {
    const [type, token] = request.headers.authorization?.split(' ') ?? [];
    return type === 'Bearer' ? token : undefined;
  }
}
@Injectable()
export class LenientGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    try {
      request.user = await this.jwt.verifyAsync(request.headers.authorization);
    } catch {}
    return true;
  }
}
@Injectable()
export class FalseGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    try {
      request.user = this.jwt.verify(request.headers.authorization.split(' ')[1]);
      return true;
    } catch (e) {
      return false;
    }
  }
}
@Injectable()
export class HeaderGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException();
    return true;
  }
}
@Injectable()
export class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    return request.headers['x-api-key'] === process.env.API_KEY;
  }
}
@Injectable()
export class KeyThrowGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const key = context.switchToHttp().getRequest().headers['x-api-key'];
    if (key !== process.env.API_KEY) throw new UnauthorizedException('Invalid key');
    return true;
  }
}
@Injectable()
export class UserGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    return !!request.user;
  }
}
@Injectable()
export class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const req = context.switchToHttp().getRequest();
    return req.session && req.session.userId;
  }
}
@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {}
@Injectable()
export class OptionalJwtGuard extends AuthGuard('jwt') {
  handleRequest(err: any, user: any) {
    return user || null;
  }
}
@Injectable()
export class StrictJwtGuard extends AuthGuard('jwt') {
  handleRequest(err: any, user: any, info: any) {
    if (err || !user) throw err || new UnauthorizedException();
    return user;
  }
}
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
export function Auth(...roles: string[]) {
  return applyDecorators(SetMetadata(ROLES_KEY, roles), UseGuards(JwtAuthGuard, RolesGuard));
}
export const AdminOnly = () => applyDecorators(UseGuards(JwtAuthGuard, AdminGuard));
export const Documented = () => applyDecorators(SetMetadata('doc', true));
export const RoleGuard = (role: string): Type<CanActivate> => {
  class RoleGuardMixin implements CanActivate {
    canActivate(context: ExecutionContext) {
      const request = context.switchToHttp().getRequest();
      return request.user?.roles.includes(role);
    }
  }
  return mixin(RoleGuardMixin);
};
export function PermissionGuard(permission: string): any {
  @Injectable()
  class Guard extends JwtAuthGuard {
    async canActivate(context: ExecutionContext) {
      await super.canActivate(context);
      const { user } = context.switchToHttp().getRequest();
      return user.permissions.includes(permission);
    }
  }
  return mixin(Guard);
}
@Injectable()
export class GqlAuthGuard extends AuthGuard('jwt') {
  getRequest(context: ExecutionContext) {
    const ctx = GqlExecutionContext.create(context);
    return ctx.getContext().req;
  }
}
@Injectable()
export class GqlUserGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    const ctx = GqlExecutionContext.create(context).getContext();
    if (!ctx.req.user) throw new UnauthorizedException();
    return true;
  }
}
@Injectable()
export class WsJwtGuard implements CanActivate {
  constructor(private jwt: JwtService) {}
  canActivate(context: ExecutionContext) {
    const client = context.switchToWs().getClient();
    try {
      client.user = this.jwt.verify(client.handshake.auth.token);
      return true;
    } catch {
      throw new WsException('Unauthorized');
    }
  }
}
@Injectable()
export class TrueGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    console.log(context.switchToHttp().getRequest().user);
    return true;
  }
}
@Injectable()
export class AsyncStatusGuard implements CanActivate {
  constructor(private jwt: JwtService) {}
  canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const authHeader = request.headers['authorization'];
    if (!authHeader) throw new HttpException('No token', HttpStatus.UNAUTHORIZED);
    const payload = this.validateToken(authHeader.split(' ')[1]);
    request['user'] = payload;
    return true;
  }
  validateToken(token: string) {
    try { return this.jwt.verify(token); } catch (e) { throw new HttpException('bad', HttpStatus.UNAUTHORIZED); }
  }
}
export const CurrentUser = createParamDecorator((data: unknown, ctx: ExecutionContext) => ctx.switchToHttp().getRequest().user);

// file: src/lenient.controller.ts
import { Controller, Get, Injectable, UseGuards, ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Svc } from './svc';
@Injectable()
class Own extends AuthGuard('jwt') {
  handleRequest(err: any, user: any) { return super.handleRequest(err, user, null, null as any); }
}
@Injectable()
class Soft extends AuthGuard('jwt') {
  canActivate(context: ExecutionContext) { return super.canActivate(context); }
  handleRequest(err: any, user: any) { return user; }
}
@Controller('lenient')
export class LenientController {
  constructor(private svc: Svc) {}
  // endpoint: GET /lenient/1 present AUTHENTICATED
  @Get('1') @UseGuards(Own) a() { return this.svc.wipe(); }
  // endpoint: GET /lenient/2 absent OPTIONAL
  @Get('2') @UseGuards(Soft) b() { return this.svc.wipe(); }
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

// file: src/x.ts
import { Resolver, Query, Mutation, Args, Context } from '@nestjs/graphql';
import { WebSocketGateway, SubscribeMessage, MessageBody, ConnectedSocket, WsException, OnGatewayConnection } from '@nestjs/websockets';
import { UseGuards, UnauthorizedException } from '@nestjs/common';
import { CommandHandler, EventsHandler, QueryHandler } from '@nestjs/cqrs';
import { GqlAuthGuard, GqlUserGuard, WsJwtGuard } from './guards';
import { JwtService } from '@nestjs/jwt';
import { Socket } from 'socket.io';
import { Svc } from './svc';
@Resolver('Thing')
export class ThingResolver {
  constructor(private svc: Svc) {}
  // endpoint: QUERY g1 present AUTHENTICATED
  @UseGuards(GqlAuthGuard) @Query('g1') g1() { return this.svc.wipe(); }
  // endpoint: QUERY g2 present AUTHENTICATED
  @UseGuards(GqlUserGuard) @Query(() => String, { name: 'g2' }) x2() { return this.svc.wipe(); }
  // endpoint: MUTATION g3 absent
  @Mutation(() => String) g3(@Args('id') id: string) { return this.svc.wipe(); }
  // endpoint: MUTATION g4 present AUTHENTICATED
  @Mutation(() => String) g4(@Context() ctx: any) { if (!ctx.req.user) throw new UnauthorizedException(); return this.svc.wipe(); }
}
@WebSocketGateway()
export class ChatGateway {
  constructor(private svc: Svc) {}
  // endpoint: MESSAGE m1 present AUTHENTICATED
  @UseGuards(WsJwtGuard) @SubscribeMessage('m1') m1(@MessageBody() b: any) { return this.svc.wipe(); }
  // endpoint: MESSAGE m2 absent
  @SubscribeMessage('m2') m2(@MessageBody() b: any) { return this.svc.wipe(); }
  // endpoint: MESSAGE m3 present
  @SubscribeMessage('m3') m3(@ConnectedSocket() client: Socket) { if (!client.data.user) throw new WsException('no'); return this.svc.wipe(); }
}
@WebSocketGateway({ namespace: 'live' })
export class LiveGateway implements OnGatewayConnection {
  constructor(private svc: Svc, private jwt: JwtService) {}
  handleConnection(client: Socket) {
    try { client.data.user = this.jwt.verify(client.handshake.auth.token); } catch { client.disconnect(); }
  }
  // endpoint: MESSAGE m4 present
  @SubscribeMessage('m4') m4(@MessageBody() b: any) { return this.svc.wipe(); }
}
