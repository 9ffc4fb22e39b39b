import { defineLibrary, type CallRole, type ClassMethod, type DecoratorRole } from '../model/library';

/** Express sends texts as `text/html`, Fastify as `text/plain`. */
function route(...methods: string[]): DecoratorRole {
  return { route: { methods }, page: { unless: ['@nestjs/platform-fastify'] } };
}

/** Pipes that give numbers, constants and identifiers, and refuse all else. */
const converted = {
  by: ['Int', 'Float', 'Bool', 'UUID', 'Enum', 'Date'].map((type) => `@nestjs/common#Parse${type}Pipe`),
  param: 'nest#converted',
};

/** https://docs.nestjs.com/exception-filters#built-in-http-exceptions */
const exceptions = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  PreconditionFailed: 412,
  PayloadTooLarge: 413,
  UnsupportedMediaType: 415,
  ImATeapot: 418,
  UnprocessableEntity: 422,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
};
// What runs of the classes that are given to it: https://docs.nestjs.com/guards, /pipes and /interceptors.
const guard: ClassMethod = { method: 'canActivate' };
const pipe: ClassMethod = { method: 'transform' };
const interceptor: ClassMethod = { method: 'intercept', onlyThrows: true };

/** NestJS 9 to 12: controllers, resolvers, gateways and message handlers; guards by decorator, module and bootstrap. */
export default defineLibrary({
  id: 'nest',
  title: 'NestJS',
  packages: ['@nestjs/common', '@nestjs/core'],
  runsIn: 'process',
  aliases: {
    '@nestjs/common#Logger()': 'nest#logger',
    '@nestjs/common#ConsoleLogger()': 'nest#logger',
    '@nestjs/core#Reflector()': 'nest#reflector',
    '@nestjs/config#ConfigService()': 'nest#config',
    'nest#consumer.apply().exclude()': 'nest#consumer.apply()',
    'nest#consumer.apply().forRoutes()': 'nest#consumer',
    '@nestjs/core#NestFactory.create()': 'nest#app',
    'nest#context.switchToHttp().getRequest()': 'express#req',
    'nest#context.switchToWs().getClient()': 'socket.io#socket',
    '@nestjs/graphql#GqlExecutionContext.create().getContext()': 'nest#graphql',
    'nest#graphql.req': 'express#req',
    'nest#graphql.request': 'express#req',
  },
  memoises: { '@nestjs/common#mixin': 0, '@nestjs/common#createParamDecorator': 0 },
  types: {
    '@nestjs/common#INestApplication': 'nest#app',
    '@nestjs/platform-express#NestExpressApplication': 'nest#app',
    '@nestjs/platform-fastify#NestFastifyApplication': 'nest#app',
    '@nestjs/common#MiddlewareConsumer': 'nest#consumer',
    '@nestjs/common#Logger': 'nest#logger',
    '@nestjs/core#Reflector': 'nest#reflector',
    '@nestjs/common#ExecutionContext': 'nest#context',
    '@nestjs/jwt#JwtService': 'nest#jwt',
    '@nestjs/config#ConfigService': 'nest#config',
    '@nestjs/cqrs#CommandBus': 'nest#bus',
    '@nestjs/cqrs#QueryBus': 'nest#bus',
    '@nestjs/cqrs#EventBus': 'nest#bus',
  },
  decorators: {
    '@nestjs/common#Controller': { controller: true },
    '@nestjs/graphql#Resolver': { controller: true },
    '@nestjs/websockets#WebSocketGateway': { controller: true, connection: ['handleConnection', 'afterInit'] },
    '@nestjs/common#Get': route('GET'),
    '@nestjs/common#Post': route('POST'),
    '@nestjs/common#Put': route('PUT'),
    '@nestjs/common#Patch': route('PATCH'),
    '@nestjs/common#Delete': route('DELETE'),
    '@nestjs/common#Options': route('OPTIONS'),
    '@nestjs/common#Head': route('HEAD'),
    '@nestjs/common#All': route('ALL'),
    '@nestjs/common#Sse': { route: { methods: ['GET'] } },
    '@nestjs/graphql#Query': { route: { methods: ['QUERY'], entry: 'rpc' } },
    '@nestjs/graphql#Mutation': { route: { methods: ['MUTATION'], entry: 'rpc' } },
    '@nestjs/graphql#Subscription': { route: { methods: ['SUBSCRIPTION'], entry: 'rpc' } },
    '@nestjs/websockets#SubscribeMessage': { route: { methods: ['MESSAGE'], entry: 'socket' } },
    '@nestjs/microservices#MessagePattern': { route: { methods: ['MESSAGE'], entry: 'job' } },
    '@nestjs/microservices#EventPattern': { route: { methods: ['EVENT'], entry: 'job' } },
    // https://docs.nestjs.com/controllers#redirection: what is returned overrides the decorator.
    '@nestjs/common#Redirect': { redirects: 'url' },
    '@nestjs/common#Version': { version: true },
    '@nestjs/schedule#Cron': { route: { methods: ['CRON'], entry: 'job' } },
    '@nestjs/schedule#Interval': { route: { methods: ['CRON'], entry: 'job' } },
    '@nestjs/schedule#Timeout': { route: { methods: ['CRON'], entry: 'job' } },
    '@nestjs/bull#Process': { route: { methods: ['JOB'], entry: 'job' } },
    '@nestjs/bullmq#Processor': { runs: 'process' },
    // https://docs.nestjs.com/recipes/cqrs: each command and each query has one handler.
    '@nestjs/cqrs#CommandHandler': { handles: 'execute' },
    '@nestjs/cqrs#QueryHandler': { handles: 'execute' },
    // An event has any number of them: https://docs.nestjs.com/recipes/cqrs#events
    '@nestjs/cqrs#EventsHandler': { handles: 'handle' },
    '@nestjs/common#UseGuards': { guards: guard },
    // https://docs.nestjs.com/interceptors: it runs behind guards and around the handler, and may throw.
    '@nestjs/common#UseInterceptors': { guards: interceptor },
    '@nestjs/throttler#SkipThrottle': { lifts: 'rate-limit' },
    '@nestjs/common#UsePipes': { pipes: pipe },
    '@nestjs/common#Body': { param: 'nest#body', pipes: pipe },
    '@nestjs/common#Query': { param: 'nest#query', pipes: pipe, converted },
    '@nestjs/common#Param': { param: 'nest#params', pipes: pipe, converted },
    '@nestjs/graphql#Args': { param: 'nest#args', pipes: pipe },
    '@nestjs/graphql#Context': { param: 'nest#graphql' },
    '@nestjs/websockets#MessageBody': { param: 'nest#message', pipes: pipe },
    '@nestjs/websockets#ConnectedSocket': { param: 'socket.io#socket' },
    '@nestjs/microservices#Payload': { param: 'nest#message', pipes: pipe },
    '@nestjs/common#Headers': { param: 'nest#headers' },
    '@nestjs/common#Req': { param: 'express#req' },
    '@nestjs/common#Request': { param: 'express#req' },
    '@nestjs/common#Res': { param: 'express#res' },
    '@nestjs/common#applyDecorators': { composes: true },
    '@nestjs/common#SetMetadata': { metadata: true },
    '@nestjs/common#SetMetadata()': { metadata: true },
    '@nestjs/core#Reflector.createDecorator()': { metadata: true },
  },
  calls: {
    '@nestjs/config#ConfigModule.forRoot': { checksEnv: ['validationSchema', 'validate'] },
    // https://docs.nestjs.com/techniques/configuration#using-the-configservice
    'nest#config.get': { givesSetting: 0 },
    'nest#config.getOrThrow': { givesSetting: 0 },
    '@nestjs/core#APP_GUARD': { guard: { kind: 'authentication', runs: guard } },
    // The constants hold their own names: https://github.com/nestjs/nest/blob/master/packages/core/constants.ts
    'provided#APP_GUARD': { guard: { kind: 'authentication', runs: guard } },
    'provided#APP_INTERCEPTOR': { guard: { kind: 'authentication', runs: interceptor } },
    'provided#APP_PIPE': { guard: { kind: 'validation' } },
    '@nestjs/passport#AuthGuard': {
      guard: { kind: 'authentication', level: 'AUTHENTICATED', overruledBy: 'handleRequest', variants: ['anonymous', 'local'] },
    },
    // The strategy of that name compares a password that is sent: https://docs.nestjs.com/recipes/passport#implementing-passport-local
    '@nestjs/passport#AuthGuard.local': {
      guard: { kind: 'authentication', level: 'AUTHENTICATED', overruledBy: 'handleRequest' },
      deed: { does: 'checks-password' },
    },
    // The strategy of that name lets everybody through: https://www.passportjs.org/packages/passport-anonymous/
    '@nestjs/passport#AuthGuard.anonymous': { guard: { kind: 'authentication', level: 'AUTHENTICATED', optional: true } },
    '@nestjs/passport#AuthGuard()().handleRequest': { leaves: 'refusal' },
    // It throws for whoever is not let in. https://docs.nestjs.com/recipes/passport#extending-guards
    '@nestjs/passport#AuthGuard()().canActivate': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    // It tells readers of the documentation, and limits nothing.
    '@nestjs/swagger#ApiTooManyRequestsResponse': { harmless: true },
    '@nestjs/throttler#ThrottlerGuard': { guard: { kind: 'rate-limit' } },
    '@nestjs/core#APP_INTERCEPTOR': { guard: { kind: 'authentication', runs: interceptor } },
    '@nestjs/core#APP_PIPE': { guard: { kind: 'validation' } },
    // Middleware of the server underneath, whichever its place: everything is listened to at the end.
    'nest#app.use': { mount: { prefix: 'arg0', handlers: 0, reach: 'global', params: ['express#req', 'express#res', 'express#next'] } },
    // https://github.com/iamolegga/nestjs-pino: it puts pino-http in front of all routes.
    // Read in @nestjs/core 12.5.1: requests of other origins are refused before anything else runs.
    'nest#app.enableCsrfProtection': { guard: { kind: 'csrf' }, packageWide: true },
    'nestjs-pino#LoggerModule.forRoot': { guard: { kind: 'logging' }, packageWide: true },
    'nestjs-pino#LoggerModule.forRootAsync': { guard: { kind: 'logging' }, packageWide: true },
    'nest#app.useGlobalPipes': { mount: { prefix: 'none', handlers: 0, reach: 'global' } },
    'nest#consumer.apply().forRoutes': { appliesMiddleware: { method: 'use' } },
    'nest#app.enableCors': { cors: { options: 0, standard: 'all', lists: true } },
    '@nestjs/core#NestFactory.create': { cors: { options: 1, within: 'cors', optional: true, standard: 'all', lists: true } },
    'nest#app.setGlobalPrefix': { ownPrefix: 'arg0', packageWide: true },
    'nest#app.enableVersioning': { versionsPaths: true },
    'nest#app.useWebSocketAdapter': { mount: { prefix: 'none', handlers: 0, reach: 'global', entry: 'socket' } },
    'nest#app.useGlobalGuards': { mount: { prefix: 'none', handlers: 0, reach: 'global', runs: guard } },
    'nest#app.useGlobalInterceptors': { mount: { prefix: 'none', handlers: 0, reach: 'global', runs: interceptor } },
    'nest#reflector.get': { readsMetadata: 0 },
    'nest#reflector.getAll': { readsMetadata: 0 },
    'nest#reflector.getAllAndOverride': { readsMetadata: 0 },
    'nest#reflector.getAllAndMerge': { readsMetadata: 0 },
    'global#Reflect.getMetadata': { readsMetadata: 0 },
    ...Object.fromEntries(
      Object.entries({ error: 'error', warn: 'warn', log: 'info', debug: 'debug', verbose: 'debug', fatal: 'error' }).flatMap(
        ([method, level]) =>
          ['nest#logger', '@nestjs/common#Logger'].map((logger): [string, CallRole] => [
            `${logger}.${method}`,
            { log: { level, style: 'message-first' } },
          ]),
      ),
    ),
    ...Object.fromEntries(
      Object.entries(exceptions).map(([name, fixed]): [string, CallRole] => [
        `@nestjs/common#${name}Exception`,
        { reply: { body: 0, status: { fixed }, throws: true, format: 'json' } },
      ]),
    ),
    '@nestjs/common#HttpException': { reply: { body: 0, status: { arg: 1 }, throws: true, format: 'json' } },
    'nest#bus.execute': { sends: 0 },
    'nest#bus.publish': { sends: 0 },
    'nest#jwt.verify': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
    'nest#jwt.verifyAsync': { verify: { level: 'AUTHENTICATED', fails: 'throws' } },
  },
  reads: {
    'nest#body': { input: 'body' },
    'nest#query': { input: 'query' },
    'nest#params': { input: 'params' },
    'nest#converted': { input: 'params', checked: 'pipe' },
    'nest#headers': { input: 'headers' },
    'nest#message': { input: 'message' },
    'nest#args': { input: 'arguments' },
  },
  // Its Express adapter adds the parsers of Express; its Fastify adapter has the limit of Fastify.
  provides: { http: { 'body-limit': { presence: 'present', reason: 'the body parser refuses large bodies unless told otherwise' } } },
  idioms: {
    rethrow: [
      {
        code: 'if ({{error}} instanceof {{HttpException}}) throw {{error}};',
        from: { packages: ['@nestjs/common'], names: ['HttpException'] },
      },
    ],
  },
  rejection: () => 'handled-by-framework',
});
