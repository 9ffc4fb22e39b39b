// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/passport@10.0.0, @nestjs/jwt@10.0.0, @nestjs/graphql@12.0.0, @nestjs/websockets@10.0.0, @nestjs/cqrs@10.0.0, @nestjs/throttler@6.0.0, typeorm@0.3.0, socket.io@4.8.0

// file: src/api.guard.ts
import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import * as jwt from 'jsonwebtoken';
export const AllowAnonymous = Reflector.createDecorator<boolean>();
@Injectable()
export class ApiGuard implements CanActivate {
  constructor(private reflector: Reflector) {}
  canActivate(context: ExecutionContext) {
    if (this.reflector.get(AllowAnonymous, context.getHandler())) return true;
    const req = context.switchToHttp().getRequest();
    const token = req.headers.authorization?.replace('Bearer ', '');
    if (!token) return false;
    req.user = jwt.verify(token, process.env.SECRET!);
    return true;
  }
}

// file: src/app.module.ts
import { Module, Controller, Get, Post } from '@nestjs/common';
import { Svc } from './svc';
import { AllowAnonymous } from './api.guard';
@Controller('a')
export class A {
  constructor(private svc: Svc) {}
  // endpoint: GET /api/a/1 present AUTHENTICATED
  @Get('1') a1() { return this.svc.wipe(); }
  // endpoint: GET /api/a/2 public
  @AllowAnonymous(true) @Get('2') a2() { return this.svc.wipe(); }
}
@Module({ controllers: [A], providers: [Svc] })
export class AppModule {}

// file: src/main.ts
import { NestFactory, Reflector } from '@nestjs/core';
import { AppModule } from './app.module';
import { ApiGuard } from './api.guard';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  const reflector = app.get(Reflector);
  app.useGlobalGuards(new ApiGuard(reflector));
  await app.listen(3000);
}
bootstrap();

// file: src/svc.ts
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
@Injectable()
export class Svc {
  constructor(private repo: Repository<any>) {}
  wipe() { return this.repo.delete({}); }
  wipeOf(u: any) { return this.repo.delete({ owner: u?.id }); }
}
