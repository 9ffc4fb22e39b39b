// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, jsonwebtoken@9.0.0, rxjs@7.8.0, @prisma/client@6.1.0

// file: src/interceptors.ts
import { CallHandler, ExecutionContext, ForbiddenException, Injectable, NestInterceptor, UnauthorizedException } from '@nestjs/common';
import jwt from 'jsonwebtoken';
@Injectable()
export class AuthInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    if (!request.headers.authorization) throw new UnauthorizedException();
    request.user = jwt.verify(request.headers.authorization, process.env.S!);
    return next.handle();
  }
}
@Injectable()
export class UserInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const { user } = context.switchToHttp().getRequest();
    if (!user) throw new UnauthorizedException();
    return next.handle();
  }
}
@Injectable()
export class RoleInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    if (request.user?.role !== 'admin') throw new ForbiddenException();
    return next.handle();
  }
}
@Injectable()
export class LoggingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) { const { user } = context.switchToHttp().getRequest(); console.log(user?.id); return next.handle(); }
}

// file: src/posts.ts
import { Controller, Delete, Post, Put, Patch, UseInterceptors } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { AuthInterceptor, LoggingInterceptor, RoleInterceptor, UserInterceptor } from './interceptors';
const db = new PrismaClient();
@Controller('posts')
export class PostController {
  // endpoint: POST /posts present AUTHENTICATED
  @UseInterceptors(AuthInterceptor) @Post() create() { return db.post.deleteMany({}); }
  // endpoint: PUT /posts present AUTHENTICATED
  @UseInterceptors(UserInterceptor) @Put() replace() { return db.post.deleteMany({}); }
  // endpoint: PATCH /posts present ROLE
  @UseInterceptors(RoleInterceptor) @Patch() change() { return db.post.deleteMany({}); }
  // endpoint: DELETE /posts absent
  @UseInterceptors(LoggingInterceptor) @Delete() remove() { return db.post.deleteMany({}); }
}
@UseInterceptors(AuthInterceptor)
@Controller('all')
export class AllController {
  // endpoint: POST /all present AUTHENTICATED
  @Post() create() { return db.post.deleteMany({}); }
}

// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { AllController, PostController } from './posts';
@Module({ controllers: [PostController, AllController] })
export class AppModule {}

// file: other/package.json
{"name": "other", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0", "jsonwebtoken": "9.0.0"}}

// file: other/src/app.module.ts
import { CallHandler, Controller, ExecutionContext, Injectable, Module, NestInterceptor, Post, UnauthorizedException } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import jwt from 'jsonwebtoken';
const db = new PrismaClient();
@Injectable()
export class TokenInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    try { request.user = jwt.verify(request.headers.authorization, process.env.S!); } catch { throw new UnauthorizedException(); }
    return next.handle();
  }
}
@Controller('global')
export class GlobalController {
  // endpoint: POST /global present AUTHENTICATED
  @Post() create() { return db.post.deleteMany({}); }
}
@Module({ controllers: [GlobalController], providers: [{ provide: APP_INTERCEPTOR, useClass: TokenInterceptor }] })
export class AppModule {}
