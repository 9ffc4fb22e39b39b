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
  controller?: string;
  onList?: string;
  providers?: string;
  configure?: string;
  global?: string;
  prefix?: string;
}

const all: readonly Called[] = [
  get('/items'),
  get('/items/one'),
  get('/items/two'),
  { method: 'POST', path: '/items/one' },
  get('/itemsets/:id'),
];

function under(prefix: string, routes: readonly Called[] = all): Called[] {
  return routes.map((route) => ({ ...route, path: prefix + route.path }));
}

function app(name: string, shape: Shape, routes: readonly Called[] = all): Case {
  const {
    onClass = '',
    onMethod = '',
    controller = "'items'",
    onList = '',
    providers = '',
    configure = '',
    global = '',
    prefix = '',
  } = shape;
  const text = `import 'reflect-metadata';
import { Controller, Get, HttpCode, type MiddlewareConsumer, Module, type NestMiddleware, Post, RequestMethod, UseGuards, Version, VERSION_NEUTRAL, VersioningType } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { AnswerGuard, HelpedGuard, InternalAwareGuard, OpenAccess, OpenAwareGuard, OpenGuard, Public, PublicAwareGuard, RoleGuard, Secured, UserGuard } from './guards';
import { paths } from './paths';

class KeyMiddleware implements NestMiddleware {
  use(req: { headers: Record<string, string> }, res: { status(code: number): { end(): void } }, next: () => void) {
    if (req.headers.authorization !== process.env.API_KEY) return res.status(401).end();
    next();
  }
}
class TraceMiddleware implements NestMiddleware {
  use(req: unknown, res: { setHeader(name: string, value: string): void }, next: () => void) {
    res.setHeader('x-trace', '1');
    next();
  }
}

${onClass}
@Controller(${controller})
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
  ${onList}
  @Get()
  list() {
    return [];
  }
  @HttpCode(200)
  @Post('one')
  add() {
    return 'added';
  }
}

@Controller('itemsets')
class SetsController {
  @Get(':id')
  show() {
    return {};
  }
}

@Module({ controllers: [ItemsController, SetsController], providers: [${providers}] })
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
  return {
    name,
    framework: 'nest',
    files: { 'src/app.ts': text, 'src/guards.ts': guards, 'src/paths.ts': "export const paths = { items: 'items', one: 'items/one' };\n" },
    routes: [...routes],
  };
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
    app('a public method and APP_GUARD that does not heed it', {
      providers: '{ provide: APP_GUARD, useClass: UserGuard }',
      onMethod: '@Public()',
    }),
    app('a public method and a global guard that does not heed it', {
      global: 'app.useGlobalGuards(new UserGuard());',
      onMethod: '@Public()',
    }),
    app('a public method and APP_GUARD that heeds another key', {
      providers: '{ provide: APP_GUARD, useClass: InternalAwareGuard }',
      onMethod: '@Public()',
    }),
    app('a public method of a guarded class', { onClass: '@UseGuards(PublicAwareGuard)', onMethod: '@Public()' }),
    app('a public method of a class whose guard does not heed it', { onClass: '@UseGuards(UserGuard)', onMethod: '@Public()' }),
    app('APP_GUARD and a decorator of its own key', {
      providers: '{ provide: APP_GUARD, useClass: OpenAwareGuard }',
      onMethod: '@OpenAccess(true)',
    }),
    app('a guard that asks a helper', { providers: '{ provide: APP_GUARD, useClass: HelpedGuard }', onMethod: '@Public()' }),
    app('APP_GUARD by a factory', { providers: '{ provide: APP_GUARD, useFactory: () => new UserGuard() }' }),
    app('APP_GUARD by a value', { providers: '{ provide: APP_GUARD, useValue: new UserGuard() }' }),
    ...[
      ['all', "forRoutes('*')"],
      ['all, as a named wildcard', "forRoutes('{*path}')"],
      ['a controller', 'forRoutes(ItemsController)'],
      ['two controllers', 'forRoutes(ItemsController, SetsController)'],
      ['a path', "forRoutes('items/one')"],
      ['a path and what lies beneath it', "forRoutes('items')"],
      ['what lies beneath a path', "forRoutes('items/*path')"],
      ['a path with a parameter', "forRoutes('itemsets/:id')"],
      ['a constant', 'forRoutes(paths.one)'],
      ['a method of a path', "forRoutes({ path: 'items/one', method: RequestMethod.GET })"],
      ['all methods of a path', "forRoutes({ path: 'items/one', method: RequestMethod.ALL })"],
      ['the path itself', "forRoutes({ path: 'items', method: RequestMethod.GET })"],
      ['two paths', "forRoutes('items/one', 'itemsets')"],
      ['all but a path', "exclude('items/one').forRoutes('*')"],
      ['all but a method of a path', "exclude({ path: 'items/one', method: RequestMethod.GET }).forRoutes(ItemsController)"],
      ['all but what lies beneath a path', "exclude('items/*path').forRoutes('*')"],
      ['all but two', "exclude('items/one').exclude('items/two').forRoutes(ItemsController)"],
    ].map(([name, end]) => app(`middleware for ${name}`, { configure: `consumer.apply(KeyMiddleware).${end};` })),
    app('two middlewares', { configure: "consumer.apply(TraceMiddleware, KeyMiddleware).forRoutes('items/two');" }),
    app('one middleware after another', {
      configure: "consumer.apply(TraceMiddleware).forRoutes('*').apply(KeyMiddleware).forRoutes(SetsController);",
    }),
    app('middleware that is a function', {
      configure:
        "consumer.apply((req: any, res: any, next: () => void) => { if (req.headers.authorization !== process.env.API_KEY) { res.status(401).end(); return; } next(); }).forRoutes('items/two');",
    }),
    app('global prefix', { prefix: "app.setGlobalPrefix('api');", onMethod: '@UseGuards(UserGuard)' }, under('/api')),
    app(
      'global prefix and middleware',
      { prefix: "app.setGlobalPrefix('api');", configure: "consumer.apply(KeyMiddleware).forRoutes('items/one');" },
      under('/api'),
    ),
    app(
      'global prefix with an exception',
      { prefix: "app.setGlobalPrefix('api', { exclude: ['items/one'] });", onMethod: '@UseGuards(UserGuard)' },
      [get('/items/one'), get('/api/items/two'), get('/api/itemsets/:id')],
    ),
    app(
      'global prefix with an exception for a method',
      { prefix: "app.setGlobalPrefix('api', { exclude: [{ path: 'items/one', method: RequestMethod.GET }] });" },
      [get('/items/one'), { method: 'POST', path: '/api/items/one' }],
    ),
    app('constants as paths', { controller: 'paths.items', onMethod: '@UseGuards(UserGuard)' }),
    app('several paths', { controller: "['items', 'things']", onMethod: '@UseGuards(UserGuard)' }, [
      ...all,
      get('/things/one'),
      get('/things/two'),
    ]),
    app(
      'versions',
      {
        prefix: 'app.enableVersioning();',
        controller: "{ path: 'items', version: '1' }",
        onMethod: "@Version('2')\n  @UseGuards(UserGuard)",
        onList: '@Version(VERSION_NEUTRAL)',
      },
      [get('/v2/items/one'), get('/v1/items/two'), get('/items'), get('/itemsets/:id')],
    ),
    app(
      'versions with a standard',
      {
        prefix: "app.setGlobalPrefix('api'); app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });",
        onMethod: '@UseGuards(UserGuard)',
      },
      under('/api/v1'),
    ),
    app('versions in a header', {
      prefix: "app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' });",
      onMethod: '@UseGuards(UserGuard)',
    }),
  ];
}
