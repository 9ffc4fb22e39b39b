import type { Called, Case } from '../cases';

const guards = `import { applyDecorators, type CanActivate, type ExecutionContext, ForbiddenException, Injectable, SetMetadata, UnauthorizedException, UseGuards } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

export const Public = () => SetMetadata('isPublic', true);

@Injectable()
export class UserGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest();
    if (request.headers.authorization !== process.env.API_KEY) throw new UnauthorizedException();
    return true;
  }
}
@Injectable()
export class AnswerGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().headers.authorization === process.env.API_KEY;
  }
}
@Injectable()
export class RoleGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    if (request.headers.authorization !== \`admin \${process.env.API_KEY}\`) throw new ForbiddenException();
    return true;
  }
}
@Injectable()
export class OpenGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}
@Injectable()
export class PublicAwareGuard implements CanActivate {
  private readonly reflector = new Reflector();
  canActivate(context: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean>('isPublic', [context.getHandler(), context.getClass()]);
    if (isPublic) return true;
    const request = context.switchToHttp().getRequest();
    if (request.headers.authorization !== process.env.API_KEY) throw new UnauthorizedException();
    return true;
  }
}
@Injectable()
export class InternalAwareGuard implements CanActivate {
  private readonly reflector = new Reflector();
  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean>('isInternal', context.getHandler())) return true;
    if (context.switchToHttp().getRequest().headers.authorization !== process.env.API_KEY) throw new UnauthorizedException();
    return true;
  }
}
export const OpenAccess = Reflector.createDecorator<boolean>();
@Injectable()
export class OpenAwareGuard implements CanActivate {
  private readonly reflector = new Reflector();
  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride(OpenAccess, [context.getHandler(), context.getClass()])) return true;
    if (context.switchToHttp().getRequest().headers.authorization !== process.env.API_KEY) throw new UnauthorizedException();
    return true;
  }
}
function declaredOpen(context: ExecutionContext): boolean {
  return new Reflector().get<boolean>('isPublic', context.getHandler()) === true;
}
@Injectable()
export class HelpedGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (declaredOpen(context)) return true;
    if (context.switchToHttp().getRequest().headers.authorization !== process.env.API_KEY) throw new UnauthorizedException();
    return true;
  }
}
export const Secured = () => applyDecorators(UseGuards(UserGuard));
`;

function get(path: string): Called {
  return { method: 'GET', path };
}

interface Shape {
  onClass?: string;
  onMethod?: string;
  providers?: string;
  configure?: string;
  global?: string;
  prefix?: string;
}

function app(name: string, shape: Shape, routes: readonly Called[] = [get('/items/one'), get('/items/two')]): Case {
  const { onClass = '', onMethod = '', providers = '', configure = '', global = '', prefix = '' } = shape;
  const text = `import 'reflect-metadata';
import { Controller, Get, type MiddlewareConsumer, Module, type NestMiddleware, RequestMethod, UseGuards } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { AnswerGuard, HelpedGuard, InternalAwareGuard, OpenAccess, OpenAwareGuard, OpenGuard, Public, PublicAwareGuard, RoleGuard, Secured, UserGuard } from './guards';

class KeyMiddleware implements NestMiddleware {
  use(req: { headers: Record<string, string> }, res: { status(code: number): { end(): void } }, next: () => void) {
    if (req.headers.authorization !== process.env.API_KEY) return res.status(401).end();
    next();
  }
}

${onClass}
@Controller('items')
class ItemsController {
  ${onMethod}
  @Get('one')
  one() {
    return 'one';
  }
  @Get('two')
  two() {
    return 'two';
  }
}

@Module({ controllers: [ItemsController], providers: [${providers}] })
class AppModule {
  configure(consumer: MiddlewareConsumer) {
    ${configure}
  }
}

export default async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: false });
  ${prefix}
  ${global}
  return app;
}
`;
  return { name, framework: 'nest', files: { 'src/app.ts': text, 'src/guards.ts': guards }, routes: [...routes] };
}

const kinds = ['UserGuard', 'AnswerGuard', 'RoleGuard', 'OpenGuard'];

export function nestCases(): Case[] {
  return [
    app('nothing', {}),
    ...kinds.flatMap((guard) => [
      app(`${guard} on the class`, { onClass: `@UseGuards(${guard})` }),
      app(`${guard} on a method`, { onMethod: `@UseGuards(${guard})` }),
      app(`${guard} as APP_GUARD`, { providers: `{ provide: APP_GUARD, useClass: ${guard} }` }),
      app(`${guard} by useGlobalGuards`, { global: `app.useGlobalGuards(new ${guard}());` }),
    ]),
    app('two guards', { onClass: '@UseGuards(OpenGuard, UserGuard)' }),
    app('a composed decorator', { onMethod: '@Secured()' }),
    app('APP_GUARD and a public method', { providers: '{ provide: APP_GUARD, useClass: PublicAwareGuard }', onMethod: '@Public()' }),
    app('APP_GUARD and a public class', { providers: '{ provide: APP_GUARD, useClass: PublicAwareGuard }', onClass: '@Public()' }),
    app('a public method and APP_GUARD that does not heed it', { providers: '{ provide: APP_GUARD, useClass: UserGuard }', onMethod: '@Public()' }),
    app('a public method and a global guard that does not heed it', { global: 'app.useGlobalGuards(new UserGuard());', onMethod: '@Public()' }),
    app('a public method and APP_GUARD that heeds another key', { providers: '{ provide: APP_GUARD, useClass: InternalAwareGuard }', onMethod: '@Public()' }),
    app('a public method of a guarded class', { onClass: '@UseGuards(PublicAwareGuard)', onMethod: '@Public()' }),
    app('a public method of a class whose guard does not heed it', { onClass: '@UseGuards(UserGuard)', onMethod: '@Public()' }),
    app('APP_GUARD and a decorator of its own key', { providers: '{ provide: APP_GUARD, useClass: OpenAwareGuard }', onMethod: '@OpenAccess(true)' }),
    app('a guard that asks a helper', { providers: '{ provide: APP_GUARD, useClass: HelpedGuard }', onMethod: '@Public()' }),
    app('middleware for all', { configure: "consumer.apply(KeyMiddleware).forRoutes('*');" }),
    app('middleware for a controller', { configure: 'consumer.apply(KeyMiddleware).forRoutes(ItemsController);' }),
    app('middleware for a path', { configure: "consumer.apply(KeyMiddleware).forRoutes('items/one');" }),
    app('middleware with an exception', { configure: "consumer.apply(KeyMiddleware).exclude('items/one').forRoutes(ItemsController);" }),
    app('middleware for a method', { configure: "consumer.apply(KeyMiddleware).forRoutes({ path: 'items/two', method: RequestMethod.GET });" }),
    app('global prefix', { prefix: "app.setGlobalPrefix('api');", onMethod: '@UseGuards(UserGuard)' }, [get('/api/items/one'), get('/api/items/two')]),
  ];
}
