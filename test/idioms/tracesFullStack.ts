// packages: @prisma/client@6.1.0

// file: nest/package.json
{"name": "nest-app", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0", "rxjs": "7.8.0"}}

// file: nest/src/app.ts
import { CallHandler, Controller, Delete, ExecutionContext, Injectable, Logger, Module, NestInterceptor, Post, UseInterceptors } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { tap } from 'rxjs/operators';
const db = new PrismaClient();
@Injectable()
export class LoggingInterceptor implements NestInterceptor {
  private readonly logger = new Logger('HTTP');
  intercept(context: ExecutionContext, next: CallHandler) { const now = Date.now(); return next.handle().pipe(tap(() => this.logger.log(`done in ${Date.now() - now}ms`))); }
}
@Controller('n')
export class PostController {
  // endpoint: POST /n logged
  @UseInterceptors(LoggingInterceptor) @Post() create() { return db.post.deleteMany({}); }
  // endpoint: DELETE /n unlogged
  @Delete() remove() { return db.post.deleteMany({}); }
}
@Module({ controllers: [PostController] })
export class AppModule {}

// file: nestMiddleware/package.json
{"name": "nest-middleware", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0"}}

// file: nestMiddleware/src/app.ts
import { Controller, Injectable, Logger, MiddlewareConsumer, Module, NestMiddleware, NestModule, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Injectable()
export class LoggerMiddleware implements NestMiddleware {
  private readonly logger = new Logger('HTTP');
  use(req: any, res: any, next: any) { this.logger.log(`${req.method} ${req.originalUrl}`); next(); }
}
@Controller('n')
export class PostController {
  // endpoint: POST /n logged
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [PostController] })
export class AppModule implements NestModule { configure(consumer: MiddlewareConsumer) { consumer.apply(LoggerMiddleware).forRoutes('*'); } }

// file: nestPino/package.json
{"name": "nest-pino", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "nestjs-pino": "4.1.0", "@prisma/client": "6.1.0"}}

// file: nestPino/src/app.ts
import { Controller, Module, Post } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('n')
export class PostController {
  // endpoint: POST /n logged (the module puts pino-http in front of everything)
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ imports: [LoggerModule.forRoot()], controllers: [PostController] })
export class AppModule {}

// file: nestMain/package.json
{"name": "nest-main", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "morgan": "1.10.0", "@prisma/client": "6.1.0"}}

// file: nestMain/src/main.ts
import { NestFactory } from '@nestjs/core';
import morgan from 'morgan';
import { AppModule } from './app';
async function bootstrap() { const app = await NestFactory.create(AppModule); app.use(morgan('tiny')); await app.listen(3000); }
bootstrap();

// file: nestMain/src/app.ts
import { Controller, Module, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('n')
export class PostController {
  // endpoint: POST /n logged
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [PostController] })
export class AppModule {}

// file: nestDocs/package.json
{"name": "nest-docs", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "morgan": "1.10.0", "express-rate-limit": "7.4.0", "@prisma/client": "6.1.0"}}

// file: nestDocs/src/main.ts
import { NestFactory } from '@nestjs/core';
import rateLimit from 'express-rate-limit';
import morgan from 'morgan';
import { AppModule } from './app';
async function bootstrap() { const app = await NestFactory.create(AppModule); app.use('/docs', morgan('tiny')); app.use(rateLimit({ windowMs: 60_000, limit: 10 })); await app.listen(3000); }
bootstrap();

// file: nestDocs/src/app.ts
import { Controller, Module, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Controller('n')
export class PostController {
  // endpoint: POST /n limited unlogged (the log is about other paths)
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [PostController] })
export class AppModule {}

// file: nestGlobal/package.json
{"name": "nest-global", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0"}}

// file: nestGlobal/src/app.ts
import { CallHandler, Controller, ExecutionContext, Injectable, Module, NestInterceptor, Post } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
@Injectable()
export class LoggingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) { console.log(context.getHandler().name); return next.handle(); }
}
@Controller('n')
export class PostController {
  // endpoint: POST /n logged
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [PostController], providers: [{ provide: APP_INTERCEPTOR, useClass: LoggingInterceptor }] })
export class AppModule {}

// file: next/package.json
{"name": "next-app", "dependencies": {"next": "15.1.0", "pino": "9.5.0", "@prisma/client": "6.1.0"}}

// file: next/lib/withLogging.ts
import pino from 'pino';
const logger = pino();
export function withLogging(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => { const response = await handler(request); logger.info({ method: request.method, url: request.url, status: response.status }); return response; };
}

// file: next/app/api/n1/route.ts
import { PrismaClient } from '@prisma/client';
import { withLogging } from '../../../lib/withLogging';
const db = new PrismaClient();
// endpoint: POST /api/n1 logged
export const POST = withLogging(async () => { await db.post.deleteMany({}); return Response.json({}); });
// endpoint: PUT /api/n1 unlogged
export async function PUT() { await db.post.deleteMany({}); return Response.json({}); }

// file: instrumented/package.json
{"name": "instrumented-app", "dependencies": {"next": "15.1.0", "@prisma/client": "6.1.0"}}

// file: instrumented/instrumentation.ts
export async function onRequestError(error: unknown, request: { path: string; method: string }) { console.error('request failed', request.method, request.path, error); }

// file: instrumented/app/api/n2/route.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/n2 unlogged (Next.js tells it of whatever is thrown)
export async function POST() { await db.post.deleteMany({}); return Response.json({}); }

// file: trpc/package.json
{"name": "trpc-app", "dependencies": {"@trpc/server": "11.0.0", "@prisma/client": "6.1.0"}}

// file: trpc/src/router.ts
import { initTRPC } from '@trpc/server';
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
const t = initTRPC.create();
const timing = t.middleware(async ({ next, path }) => { const start = Date.now(); const result = await next(); console.log(`[TRPC] ${path} took ${Date.now() - start}ms`); return result; });
const loggedProcedure = t.procedure.use(timing);
const inlineProcedure = t.procedure.use(async ({ next, path }) => { console.log(path); return next(); });
export const appRouter = t.router({
  // endpoint: MUTATION a logged
  a: loggedProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION b logged
  b: inlineProcedure.mutation(() => db.post.deleteMany({})),
  // endpoint: MUTATION c unlogged
  c: t.procedure.mutation(() => db.post.deleteMany({})),
});

// file: svelte/package.json
{"name": "svelte-app", "devDependencies": {"@sveltejs/kit": "2.15.0", "svelte": "5.0.0", "@prisma/client": "6.1.0"}}

// file: svelte/src/hooks.server.ts
export const handle = async ({ event, resolve }) => { const response = await resolve(event); console.log(event.request.method, event.url.pathname, response.status); return response; };

// file: svelte/src/routes/api/posts/+server.ts
import { PrismaClient } from '@prisma/client';
const db = new PrismaClient();
// endpoint: POST /api/posts logged
export const POST = async () => { await db.post.deleteMany({}); return new Response(''); };
